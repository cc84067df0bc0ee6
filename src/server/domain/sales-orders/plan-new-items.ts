import type { Refusal } from '@/contract/errors'
import type { SalesOrderItemFields } from '@/contract/sales-orders'
import type { Granularity } from '@/contract/settings'
import { uuidv7 } from '@/lib/uuid'
import type { ServiceReference, SizeSettings } from './load-references'
import { amountOf, granularityOfNewItem, MOST_UNITS, MOST_UNITS_OF_ORDER, refusalsToSize, unitsOf } from './rules'

/** An item as it is first written. */
export type NewItem = {
  id: string
  position: number
  serviceId: string
  kind: 'service' | 'goods'
  description: string
  unitCode: string
  granularity: Granularity
  unitCount: number
  unitQuantity: string
  unitPriceCents: number
  discountCents: number
  totalCents: number
}

/** What new items are measured by. `hasUnits` says whether the order makes units, now or later. */
export type NewItemsBasis = {
  services: readonly ServiceReference[]
  settings: SizeSettings
  hasUnits: boolean
  /** The position of the first one. */
  from: number
  /** Units that the order's other items have. */
  unitsOfOtherItems?: number
  /** How the caller's input names the item at an index, for the field of a refusal. */
  fieldOf: (index: number) => string
}

/** The items as they will be written, or every reason against them (G7, G9, G10, D1, D4). */
export function planNewItems(
  items: readonly SalesOrderItemFields[],
  basis: NewItemsBasis,
): { items: NewItem[]; refusals: Refusal[] } {
  const planned = items.map((item, index) => planNewItem(item, index, basis))
  const rows = planned.flatMap(({ item }) => (item ? [item] : []))
  return {
    items: rows,
    refusals: [
      ...planned.flatMap(({ refusals }) => refusals),
      ...refusalsToSize(rows, limitsOf(basis), basis.unitsOfOtherItems).map((refusal) => ({
        ...refusal,
        field: refusal.field && fieldAt(refusal, basis),
      })),
    ],
  }
}

/** The limits of G9 where units are made, else what the database can keep. */
export function limitsOf({ settings, hasUnits }: Pick<NewItemsBasis, 'settings' | 'hasUnits'>) {
  return hasUnits ? settings : { maxUnitsPerItem: MOST_UNITS, maxUnitsPerOrder: MOST_UNITS_OF_ORDER }
}

function planNewItem(
  fields: SalesOrderItemFields,
  index: number,
  { services, settings, from, fieldOf }: NewItemsBasis,
): { item: NewItem | null; refusals: Refusal[] } {
  const prefix = fieldOf(index)
  const inInput = (refusals: Refusal[]) => refusals.map((one) => ({ ...one, field: `${prefix}.${one.field}` }))
  const service = services.find(({ id }) => id === fields.serviceId)
  if (!service) return { item: null, refusals: inInput([{ code: 'REFERENCE_NOT_FOUND', field: 'serviceId' }]) }

  const position = from + index
  const granularity = granularityOfNewItem(service.kind, asUnit(service), service.granularity ?? settings.granularity)
  const inactive: Refusal[] = service.isActive
    ? []
    : [{ code: 'INACTIVE_RECORD', params: { name: service.code }, field: 'serviceId' }]
  const counted = unitsOf(fields.quantity, asUnit(service), { kind: service.kind, granularity }, position)
  if (!counted.units) return { item: null, refusals: inInput([...inactive, ...counted.refusals]) }

  const price = {
    unitPriceCents: fields.unitPriceCents ?? service.unitPriceCents,
    discountCents: fields.discountCents,
  }
  const amount = amountOf(counted.units, price, position)
  const item: NewItem = {
    id: uuidv7(),
    position,
    serviceId: service.id,
    kind: service.kind,
    description: fields.description ?? service.description,
    unitCode: service.unitCode,
    granularity,
    ...counted.units,
    ...price,
    totalCents: amount.totalCents,
  }
  return { item, refusals: inInput([...inactive, ...amount.refusals]) }
}

function fieldAt(refusal: Refusal, { from, fieldOf }: NewItemsBasis): string {
  return `${fieldOf(Number(refusal.params?.item) - from)}.${refusal.field}`
}

function asUnit(service: ServiceReference) {
  return { code: service.unitCode, allowsFractions: service.allowsFractions }
}
