/** What an item's balance follows from. Counts in units. */
export type BalanceFacts = {
  kind: 'service' | 'goods'
  granularity: 'per_unit' | 'per_item' | 'none'
  unitCount: number
  unitsGenerated: number
  unitsConcluded: number
  unitsWaived: number
  unitsInvoiced: number
  counterInvoiced: number
  /** Whether a task of this item was ever born: then only concluded tasks are billed (G14). */
  hasTasks: boolean
}

/** What the balance of its items depends on an order for. */
export type BalanceOrder = { status: string; hasOpportunity: boolean }

/** How far an item can be billed, in units. */
export type ItemBalance = {
  /** Billed by a counter of its own: it has no tasks and owes none (G14, D2). */
  isCounter: boolean
  /** Units that should have a task and have none (G15). */
  missing: number
  invoiced: number
  /** Tarefas Conc. − Qtd Fat. (3.2), less what is not to be billed. */
  billable: number
}

/**
 * 3.2: what of an item was billed, and what can be: its concluded tasks, or all of it while no unit exists and none is owed.
 * Of an ended order a counter has nothing more to bill (C3). `billableUnits` is the same for statements.
 */
export function itemBalance(item: BalanceFacts, { status, hasOpportunity }: BalanceOrder): ItemBalance {
  const invoiced = item.unitsInvoiced + item.counterInvoiced
  if (item.kind === 'goods') return { isCounter: false, missing: 0, invoiced, billable: 0 }
  const isCounter = !item.hasTasks && (item.granularity === 'none' || !hasOpportunity)
  if (isCounter) {
    const isEnded = status === 'cancelled' || status === 'closed'
    return { isCounter, missing: 0, invoiced, billable: isEnded ? 0 : item.unitCount - item.counterInvoiced }
  }
  return {
    isCounter,
    missing: item.unitCount - item.unitsGenerated,
    invoiced,
    billable: item.unitsConcluded - item.unitsWaived - item.unitsInvoiced,
  }
}
