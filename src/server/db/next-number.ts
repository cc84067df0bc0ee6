import { sql } from 'drizzle-orm'
import { counters } from './tables/settings'
import type { Tx } from './transaction-handle'

/** What is numbered per company. */
export type NumberedKind = 'sales_orders' | 'quotes' | 'opportunities' | 'invoices' | 'customers' | 'projects'

/** Takes the next number of a kind for the transaction's company. The counter's row stays locked until the end, so no number is lost or repeated. */
export async function nextNumber(tx: Tx, kind: NumberedKind): Promise<number> {
  const [counter] = await tx
    .insert(counters)
    .values({ kind, lastNumber: 1 })
    .onConflictDoUpdate({
      target: [counters.companyId, counters.kind],
      set: { lastNumber: sql`${counters.lastNumber} + 1` },
    })
    .returning({ number: counters.lastNumber })
  if (!counter) throw new Error(`no counter for ${kind}`)
  return counter.number
}
