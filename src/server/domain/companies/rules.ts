import type { CompanyFields, CompanyFiscalField } from '@/contract/companies'
import type { Refusal } from '@/contract/errors'
import { taxIdKind } from '@/lib/tax-id'

/** What the authority would miss of the company itself (F17, E0037), in the order of the form. */
export function missingOfCompany(company: { taxId: string; municipalityCode: string | null }): CompanyFiscalField[] {
  const missing: CompanyFiscalField[] = []
  if (taxIdKind(company.taxId) === null) missing.push('taxId')
  if (!company.municipalityCode) missing.push('municipalityCode')
  return missing
}

/** Every reason against saving these fields. `isMunicipality` asks the table of the IBGE. */
export function refusalsToSaveCompany(
  { municipalityCode }: Pick<CompanyFields, 'municipalityCode'>,
  isMunicipality: (code: string) => boolean,
): Refusal[] {
  const isKnown = municipalityCode === null || isMunicipality(municipalityCode)
  return isKnown ? [] : [{ code: 'REFERENCE_NOT_FOUND', field: 'municipalityCode' }]
}
