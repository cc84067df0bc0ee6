import Big from 'big.js'
import { shareOfNet } from '@/lib/money-share'

/** An item and what its live notes have billed of it. Money in cents. */
export type BilledItem = {
  netCents: number
  unitCount: number
  unitQuantity: string
  unitPriceCents: number
  /** Units and amount of the lines of live notes, and whether all of them had the item's present unit price. */
  billed: { units: number; cents: number; isSamePrice: boolean }
}

/**
 * What `units` more units of an item are billed for, in cents: their rounded share of the net, and for the last what is left
 * (D4), so that the notes sum to the item (F15). A line takes a cent more than its share where the rest would else be above
 * the price (INV-04). Where a note had another price each keeps its own (E9): the share alone.
 */
export function lineAmount({ netCents, unitCount, billed, ...item }: BilledItem, units: number): number {
  const share = shareOfNet(netCents, units, unitCount)
  const restCents = netCents - billed.cents
  const unitsAfter = unitCount - billed.units - units
  if (!billed.isSamePrice || restCents < 0 || unitsAfter < 0) return share
  const least = restCents - wholeCents(priceOf(item, unitsAfter))
  return Math.min(Math.max(share, least), restCents, wholeCents(priceOf(item, units)))
}

/** Whether a line's cents are above the price of its units, the cent of rounding aside (INV-04). Exact, as the database asks it. */
export function isAbovePrice(item: PricedItem, units: number, amountCents: number): boolean {
  return priceOf(item, units).plus(1).lt(amountCents)
}

type PricedItem = { unitQuantity: string; unitPriceCents: number }

const priceOf = ({ unitQuantity, unitPriceCents }: PricedItem, units: number) =>
  new Big(unitQuantity).times(units).times(unitPriceCents)

const wholeCents = (cents: Big) => Number(cents.round(0, Big.roundUp))
