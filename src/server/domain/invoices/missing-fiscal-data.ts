import type { Refusal } from '@/contract/errors'
import { taxIdKind } from '@/lib/tax-id'
import { missingOfCompany } from '../companies/rules'
import type { BillingHead, BillingItem } from './load-billing'

/** The services of the items to be billed, as the note needs them. */
type FiscalItem = Pick<
  BillingItem,
  'serviceId' | 'serviceCode' | 'nationalServiceCode' | 'issRateBasisPoints' | 'issWithheld'
>

/**
 * Everything that the authority would miss, all at once, each with the register to open (F17): of the company (E0037), of
 * the customer (E0204, E0235), of the services (E0310).
 */
export function missingFiscalData(
  order: Pick<BillingHead, 'company' | 'customer'>,
  items: readonly FiscalItem[],
): Refusal[] {
  const { company, customer } = order
  const missing: Refusal[] = []
  const lacks = (
    record: string,
    field: string,
    action: Pick<NonNullable<Refusal['action']>, 'kind' | 'id' | 'number'>,
  ) => missing.push({ code: 'FISCAL_DATA_MISSING', params: { record, field }, action })

  for (const field of missingOfCompany(company)) {
    lacks(company.name, field === 'taxId' ? field : 'municipality', { kind: 'open_company' })
  }
  const openCustomer = { kind: 'open_customer', id: customer.id, number: customer.number } as const
  if (customer.taxId === null || taxIdKind(customer.taxId) === null) lacks(customer.name, 'taxId', openCustomer)
  if (!customer.municipalityCode) lacks(customer.name, 'address', openCustomer)
  for (const item of uniqueServices(items)) {
    const openService = { kind: 'open_service', id: item.serviceId } as const
    if (!/^\d{6}$/.test(item.nationalServiceCode ?? '')) lacks(item.serviceCode, 'nationalServiceCode', openService)
    if (item.issRateBasisPoints === null) lacks(item.serviceCode, 'issRate', openService)
  }
  return missing
}

function uniqueServices(items: readonly FiscalItem[]): FiscalItem[] {
  return [...new Map(items.map((item) => [item.serviceId, item])).values()]
}
