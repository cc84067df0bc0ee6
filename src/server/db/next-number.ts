import { sql } from 'drizzle-orm'
import { counters } from './tables/settings'
import type { Tx } from './transaction-handle'

/** What is numbered per company. */
export type NumberedKind = 'sales_orders' | 'quotes' | 'opportunities' | 'invoices' | 'customers' | 'projects'

/** Takes the next number of a kind for the transaction's company. The counter's row stays locked until the end, so no number is lost or repeated. */
export async function nextNumber(tx: Tx, kind: NumberedKind): Promise<number> {
  const [number] = await nextNumbers(tx, kind, 1)
  if (number === undefined) throw new Error(`no counter for ${kind}`)
  return number
}

/** The next `count` numbers of a kind, ascending, in one step. */
export async function nextNumbers(tx: Tx, kind: NumberedKind, count: number): Promise<number[]> {
  if (count === 0) return []
  const [counter] = await tx
    .insert(counters)
    .values({ kind, lastNumber: count })
    .onConflictDoUpdate({
      target: [counters.companyId, counters.kind],
      set: { lastNumber: sql`${counters.lastNumber} + ${count}` },
    })
    .returning({ last: counters.lastNumber })
  if (!counter) throw new Error(`no counter for ${kind}`)
  const first = counter.last - count + 1
  return Array.from({ length: count }, (_, index) => first + index)
}
