import type { BillingHead, BillingItem, BillingUnit } from './load-billing'

/** How far an item can be billed, in units. */
export type ItemBalance = {
  /** Billed by a counter of its own: there are no tasks, and none are owed (G14, D2). */
  isCounter: boolean
  /** Units that should have a task and have none (G15). */
  missing: number
  invoiced: number
  billable: number
}

/** What can be billed of an item: its concluded tasks, or the whole of it while no unit exists and none is owed. */
export function itemBalance(item: BillingItem, order: Pick<BillingHead, 'hasOpportunity'>): ItemBalance {
  const invoiced = item.unitsInvoiced + item.counterInvoiced
  if (item.kind !== 'service') return { isCounter: false, missing: 0, invoiced, billable: 0 }
  const isCounter = !item.hasTasks && (item.granularity === 'none' || !order.hasOpportunity)
  if (isCounter) return { isCounter, missing: 0, invoiced, billable: item.unitCount - item.counterInvoiced }
  return {
    isCounter,
    missing: item.unitCount - item.unitsGenerated,
    invoiced,
    billable: item.unitsConcluded - item.unitsWaived - item.unitsInvoiced,
  }
}

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
