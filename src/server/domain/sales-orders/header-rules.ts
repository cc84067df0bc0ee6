import type { Refusal } from '@/contract/errors'
import type { SalesOrderHeaderFields } from '@/contract/sales-orders'
import { formatDate } from '@/lib/calendar-date'
import type { HeaderReferences } from './load-references'

const referenceFields = [
  'customerId',
  'contactId',
  'addressId',
  'sellerId',
  'paymentTermId',
  'projectId',
  'contractId',
] as const satisfies readonly (keyof HeaderReferences)[]

type References = Pick<SalesOrderHeaderFields, keyof HeaderReferences>

/**
 * Why the records that a header names cannot be taken: they are not there, or are inactive. `before` is the header as it
 * stands: a record that stays is not asked again (G16).
 */
export function refusalsToReferences(
  header: References,
  found: HeaderReferences,
  before: Partial<References> = {},
): Refusal[] {
  return referenceFields.flatMap((field): Refusal[] => {
    const id = header[field]
    if (id === null || id === before[field]) return []
    const record = found[field]
    if (record === null) return [{ code: 'REFERENCE_NOT_FOUND', field: `header.${field}` }]
    if (record.isActive) return []
    return [{ code: 'INACTIVE_RECORD', params: { name: record.name }, field: `header.${field}` }]
  })
}

/** A delivery is not before the issue. */
export function refusalsToDates({ issuedOn, dueOn }: Pick<SalesOrderHeaderFields, 'issuedOn' | 'dueOn'>): Refusal[] {
  if (dueOn === null || dueOn >= issuedOn) return []
  return [{ code: 'DELIVERY_BEFORE_ISSUE', params: { issuedOn: formatDate(issuedOn) }, field: 'header.dueOn' }]
}
