import type { Refusal } from '@/contract/errors'
import type { QuoteItemFields } from '@/contract/quotes'
import { uuidv7 } from '@/lib/uuid'
import { quoteItems } from '@/server/db/tables/quotes'
import type { Ctx } from '../context'
import type { ServiceReference } from '../sales-orders/load-references'
import { amountOf, quantityOf, unitsOf } from '../sales-orders/rules'

/** An item of a quote as it is written. Amounts in cents. */
export type NewQuoteItem = Omit<typeof quoteItems.$inferInsert, 'companyId' | 'quoteId'>

/** The items as they will be written, or every reason against them (G7, G10, D4). Quoting makes no units, so there is no limit. */
export function planQuoteItems(
  items: readonly QuoteItemFields[],
  services: readonly ServiceReference[],
): { items: NewQuoteItem[]; refusals: Refusal[] } {
  const planned = items.map((item, index) => planQuoteItem(item, index, services))
  return {
    items: planned.flatMap(({ item }) => (item ? [item] : [])),
    refusals: planned.flatMap(({ refusals }, index) =>
      refusals.map((refusal) => ({ ...refusal, field: `items.${index}.${refusal.field}` })),
    ),
  }
}

/** Writes the items of a quote whose every part was checked. */
export async function writeQuoteItems(ctx: Ctx, quoteId: string, items: readonly NewQuoteItem[]): Promise<void> {
  await ctx.tx.insert(quoteItems).values(items.map((item) => ({ ...item, quoteId })))
}

/** What the items of a quote come to, in cents. */
export function totalOf(items: readonly { totalCents: number }[]): number {
  return items.reduce((sum, { totalCents }) => sum + totalCents, 0)
}

function planQuoteItem(
  fields: QuoteItemFields,
  index: number,
  services: readonly ServiceReference[],
): { item: NewQuoteItem | null; refusals: Refusal[] } {
  const service = services.find(({ id }) => id === fields.serviceId)
  if (!service) return { item: null, refusals: [{ code: 'REFERENCE_NOT_FOUND', field: 'serviceId' }] }
  const position = index + 1
  const inactive: Refusal[] = service.isActive
    ? []
    : [{ code: 'INACTIVE_RECORD', params: { name: service.code }, field: 'serviceId' }]
  const unit = { code: service.unitCode, allowsFractions: service.allowsFractions }
  const { units, refusals } = unitsOf(fields.quantity, unit, { kind: service.kind, granularity: 'per_item' }, position)
  if (!units) return { item: null, refusals: [...inactive, ...refusals] }
  const price = { unitPriceCents: fields.unitPriceCents ?? service.unitPriceCents, discountCents: fields.discountCents }
  const amount = amountOf(units, price, position)
  const item: NewQuoteItem = {
    id: uuidv7(),
    position,
    serviceId: service.id,
    kind: service.kind,
    description: fields.description ?? service.description,
    unitCode: service.unitCode,
    quantity: quantityOf(units),
    ...price,
    totalCents: amount.totalCents,
  }
  return { item, refusals: [...inactive, ...amount.refusals] }
}
