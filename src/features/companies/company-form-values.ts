import type { inferRouterOutputs } from '@trpc/server'
import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { companyFields } from '@/contract/companies'
import { formatPhone } from '@/lib/phone'
import { formatPostalCode } from '@/lib/postal-code'
import { formatTaxId } from '@/lib/tax-id'
import type { AppRouter } from '@/server/api/root'

export type Company = inferRouterOutputs<AppRouter>['companies']['get']

/** The form also keeps which version it shows. */
export const companyFormSchema = companyFields.extend({ version: z.int().positive() })
export type CompanyFormValues = z.input<typeof companyFormSchema>
export type CompanyFormOutput = z.output<typeof companyFormSchema>
export type CompanyFormApi = UseFormReturn<CompanyFormValues, unknown, CompanyFormOutput>

/** What the form starts with: the stored company with its masks. */
export function companyFormValues(company: Company): CompanyFormValues {
  return {
    version: company.version,
    name: company.name,
    legalName: company.legalName,
    taxId: formatTaxId(company.taxId),
    municipalRegistration: company.municipalRegistration ?? '',
    taxRegime: company.taxRegime,
    email: company.email ?? '',
    phone: formatPhone(company.phone ?? ''),
    postalCode: formatPostalCode(company.postalCode ?? ''),
    street: company.street ?? '',
    streetNumber: company.streetNumber ?? '',
    complement: company.complement ?? '',
    district: company.district ?? '',
    municipalityCode: company.municipalityCode ?? '',
  }
}
