import Big from 'big.js'
import { shareOfNet } from '@/lib/money-share'

/** An item and what its live notes have billed of it. Money in cents. */
export type BilledItem = {
  netCents: number
  unitCount: number
  /** Units, amount and number of the lines of live notes. */
  billed: { units: number; cents: number; lines: number }
}

/**
 * What `units` more units of an item are billed for: their rounded share of the net (D4). The line that bills the last unit
 * takes what is left, so that the notes sum to the item (F15), unless more than the cents of rounding differ: then the
 * price changed in between, and each note keeps its own (E9).
 */
export function lineAmount({ netCents, unitCount, billed }: BilledItem, units: number): number {
  const share = shareOfNet(netCents, units, unitCount)
  if (units === 0 || billed.units + units !== unitCount) return share
  const rest = netCents - billed.cents
  return Math.abs(rest - share) <= billed.lines ? rest : share
}

/** Whether a line's cents are above the price of its units, the cent of rounding aside (INV-04). Exact, as the database asks it. */
export function isAbovePrice(
  item: { unitQuantity: string; unitPriceCents: number },
  units: number,
  amountCents: number,
): boolean {
  return new Big(item.unitQuantity).times(units).times(item.unitPriceCents).plus(1).lt(amountCents)
}
