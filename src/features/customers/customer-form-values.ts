import type { inferRouterOutputs } from '@trpc/server'
import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { customerFields } from '@/contract/customers'
import { formatPhone } from '@/lib/phone'
import { formatPostalCode } from '@/lib/postal-code'
import { formatTaxId } from '@/lib/tax-id'
import type { AppRouter } from '@/server/api/root'

export type Customer = inferRouterOutputs<AppRouter>['customers']['get']

/** The form also keeps which version it shows; a new customer has none. */
export const customerFormSchema = customerFields.extend({ version: z.int().positive().optional() })
export type CustomerFormValues = z.input<typeof customerFormSchema>
export type CustomerFormOutput = z.output<typeof customerFormSchema>
export type CustomerFormApi = UseFormReturn<CustomerFormValues, unknown, CustomerFormOutput>

export const emptyAddress = {
  label: '',
  street: '',
  streetNumber: '',
  complement: '',
  district: '',
  postalCode: '',
  municipalityCode: '',
  isBilling: false,
}
export const emptyContact = { name: '', jobTitle: '', email: '', phone: '' }

/** What the form starts with: a stored customer with its masks, or an empty one. */
export function customerFormValues(customer: Customer | null): CustomerFormValues {
  return {
    version: customer?.version,
    name: customer?.name ?? '',
    legalName: customer?.legalName ?? '',
    taxId: formatTaxId(customer?.taxId ?? ''),
    municipalRegistration: customer?.municipalRegistration ?? '',
    email: customer?.email ?? '',
    phone: formatPhone(customer?.phone ?? ''),
    notes: customer?.notes ?? '',
    addresses: (customer?.addresses ?? []).map(({ city: _city, state: _state, postalCode, ...address }) => ({
      ...address,
      postalCode: formatPostalCode(postalCode),
    })),
    contacts: (customer?.contacts ?? []).map(({ email, phone, ...contact }) => ({
      ...contact,
      email: email ?? '',
      phone: formatPhone(phone ?? ''),
    })),
  }
}
