import Big from 'big.js'
import type { Refusal } from '@/contract/errors'
import { maxItemsPerOrder } from '@/contract/sales-orders'
import type { Granularity } from '@/contract/settings'
import { divideHalfEven } from '@/lib/money-share'
import { isWholeQuantity, parseQuantity } from '@/lib/quantity'

/** What the unit of measure says (G10). */
export type UnitOfMeasure = { code: string; allowsFractions: boolean }

/** An item's quantity as units: quantity = `unitCount` × `unitQuantity`. */
export type ItemUnits = { unitCount: number; unitQuantity: string }

/** How the quantity of an item becomes units; fixed when the item is first saved (D1). */
export type ItemKind = { kind: 'service' | 'goods'; granularity: Granularity }

/** The most units that the database keeps of one item, whatever the settings say. */
export const MOST_UNITS = 5000
export const MOST_UNITS_OF_ORDER = 20_000
const LARGEST_CENTS = 9_999_999_999_999

const canonical = /^\d{1,11}(?:\.\d{1,4})?$/

/**
 * G7: the decimal text of a quantity, without idle zeros, or null when it is no quantity. `2.5` is the contract's decimal and
 * `2,5` what people write; zero, negative, more than four decimals and `1e9` are none.
 */
export function readQuantity(text: string): string | null {
  if (!canonical.test(text)) return parseQuantity(text)
  const quantity = new Big(text)
  return quantity.gt(0) ? quantity.toFixed() : null
}

/**
 * D1: what a new item's granularity is. The unit of measure decides with the service's or the company's granularity: where
 * fractions are allowed the item is one unit, of whatever quantity, now and later (G10). Goods have no units (G11).
 */
export function granularityOfNewItem(
  kind: 'service' | 'goods',
  unit: UnitOfMeasure,
  granularity: Granularity,
): Granularity {
  if (kind === 'goods') return 'none'
  return granularity === 'per_unit' && unit.allowsFractions ? 'per_item' : granularity
}

/** The units of a quantity, or every reason against it (G7, G10, D1). `item` is the item's position, for the sentences. */
export function unitsOf(
  quantity: string,
  unit: UnitOfMeasure,
  { kind, granularity }: ItemKind,
  item: number,
): { units: ItemUnits | null; refusals: Refusal[] } {
  const read = readQuantity(quantity)
  if (read === null) return refused({ code: 'QUANTITY_INVALID', params: { item }, field: 'quantity' })
  const isWhole = isWholeQuantity(read)
  if (!isWhole && (!unit.allowsFractions || granularity === 'per_unit')) {
    return refused({ code: 'QUANTITY_MUST_BE_WHOLE', params: { item, unit: unit.code }, field: 'quantity' })
  }
  if (kind === 'goods' || granularity === 'per_item' || unit.allowsFractions) {
    return { units: { unitCount: 1, unitQuantity: read }, refusals: [] }
  }
  if (new Big(read).gt(MOST_UNITS)) {
    return refused({
      code: 'TOO_MANY_UNITS_IN_ITEM',
      params: { item, units: Number(read), limit: MOST_UNITS },
      field: 'quantity',
    })
  }
  return { units: { unitCount: Number(read), unitQuantity: '1' }, refusals: [] }
}

/** The item's quantity as a decimal text. */
export function quantityOf({ unitCount, unitQuantity }: ItemUnits): string {
  return new Big(unitQuantity).times(unitCount).toFixed()
}

export type SizedItem = { position: number; unitCount: number; kind: string; granularity: string }

/** G9: the items that would have too many units, and the order that would. `limits` are the settings'. */
export function refusalsToSize(
  items: readonly SizedItem[],
  limits: { maxUnitsPerItem: number; maxUnitsPerOrder: number },
  unitsOfOtherItems = 0,
): Refusal[] {
  const counted = items.filter(({ kind, granularity }) => kind === 'service' && granularity !== 'none')
  const refusals: Refusal[] = counted
    .filter(({ unitCount }) => unitCount > limits.maxUnitsPerItem)
    .map(({ position, unitCount }) => ({
      code: 'TOO_MANY_UNITS_IN_ITEM',
      params: { item: position, units: unitCount, limit: limits.maxUnitsPerItem },
      field: 'quantity',
      action: { kind: 'open_settings' },
    }))
  const units = counted.reduce((sum, { unitCount }) => sum + unitCount, unitsOfOtherItems)
  if (units > limits.maxUnitsPerOrder) {
    refusals.push({
      code: 'TOO_MANY_UNITS_IN_ORDER',
      params: { units, limit: limits.maxUnitsPerOrder },
      action: { kind: 'open_settings' },
    })
  }
  return refusals
}

/** D4: what an item costs in cents: quantity × price rounded half to even, less the discount; or why it cannot be. */
export function amountOf(
  units: ItemUnits,
  price: { unitPriceCents: number; discountCents: number },
  item: number,
): { totalCents: number; refusals: Refusal[] } {
  const scaled = BigInt(new Big(quantityOf(units)).times(10_000).toFixed())
  const gross = divideHalfEven(scaled * BigInt(price.unitPriceCents), 10_000n)
  const refusals: Refusal[] = []
  if (gross > BigInt(LARGEST_CENTS)) {
    refusals.push({ code: 'AMOUNT_TOO_LARGE', params: { item }, field: 'unitPriceCents' })
  }
  if (BigInt(price.discountCents) > gross) {
    refusals.push({ code: 'DISCOUNT_ABOVE_TOTAL', params: { item }, field: 'discountCents' })
  }
  return { totalCents: refusals.length > 0 ? 0 : Number(gross) - price.discountCents, refusals }
}

/** An order has a limit of items of its own, whatever their units. */
export function refusalsToItemCount(items: number): Refusal[] {
  return items > maxItemsPerOrder ? [{ code: 'TOO_MANY_ITEMS', params: { limit: maxItemsPerOrder } }] : []
}

function refused(refusal: Refusal): { units: null; refusals: Refusal[] } {
  return { units: null, refusals: [refusal] }
}
