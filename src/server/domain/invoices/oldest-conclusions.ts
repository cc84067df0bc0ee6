import type { BillingUnit } from './load-billing'

/** Whether the unit may go on a note now. */
export function isBillable(unit: BillingUnit): boolean {
  return unit.status === 'concluded' && !unit.isWaived && unit.invoiceId === null
}

/** The units that `count` of an item are billed from: the oldest conclusions first (F2). */
export function oldestConclusions(units: readonly BillingUnit[], itemId: string, count: number): BillingUnit[] {
  const free = units.filter((unit) => unit.itemId === itemId && isBillable(unit))
  const byAge = free.toSorted(
    (a, b) => Date.parse(a.concludedAt ?? '') - Date.parse(b.concludedAt ?? '') || a.unitNo - b.unitNo,
  )
  return byAge.slice(0, count)
}
