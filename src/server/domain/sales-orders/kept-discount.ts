import Big from 'big.js'
import { divideHalfEven, shareOfNet } from '@/lib/money-share'
import type { LoadItemState } from './load-item-state'
import { amountOf, type ItemUnits, quantityOf } from './rules'

/**
 * The discount of an item whose quantity falls to `units`, in cents: its part of the present one, so that each unit keeps its
 * price (D4). What notes have billed stays as it was: with what is left it is the new total to the cent (F15), unless the
 * price changed in between (E9). A quantity that does not fall keeps the whole discount.
 */
export function keptDiscount(item: LoadItemState['item'], units: ItemUnits, unitPriceCents: number): number {
  const [before, after] = [new Big(quantityOf(item)), new Big(quantityOf(units))]
  if (after.gte(before)) return item.discountCents
  const gross = amountOf(units, { unitPriceCents, discountCents: 0 }, item.position).totalCents
  const total = unitPriceCents === item.unitPriceCents ? totalAfterNotes(item, units) : null
  const part = Number(divideHalfEven(BigInt(item.discountCents) * scaled(after), scaled(before)))
  return total === null ? Math.min(part, gross) : Math.max(0, gross - total)
}

// What was billed and the share of the rest, or null when nothing was billed or it was billed at another price.
function totalAfterNotes({ totalCents: netCents, unitCount, billed }: LoadItemState['item'], units: ItemUnits) {
  const rest = unitCount - billed.units
  const kept = units.unitCount - billed.units
  const restCents = netCents - billed.cents
  if (billed.units === 0 || !billed.isSamePrice || rest <= 0 || kept < 0 || restCents < 0) return null
  return billed.cents + shareOfNet(restCents, kept, rest)
}

const scaled = (quantity: Big) => BigInt(quantity.times(10_000).toFixed(0))
