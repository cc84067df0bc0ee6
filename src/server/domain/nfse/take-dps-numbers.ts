import { sql } from 'drizzle-orm'
import { nfseSeries } from '@/server/db/tables/invoices'
import type { Ctx } from '../context'

/** The series of notes made by this product: 00001 to 49999 are for own applications. */
export const DPS_SERIES = 1

/** Where and for whom numbers are counted. */
export type DpsSeries = { environment: string; municipalityCode: string; series: number }

/**
 * Takes `count` consecutive DPS numbers from the locked row of the series (F14, INV-06) and answers them in order. They
 * belong to the notes of this transaction for ever, or to nobody if it is rolled back.
 */
export async function takeDpsNumbers(ctx: Ctx, series: DpsSeries, count: number): Promise<number[]> {
  const [row] = await ctx.tx
    .insert(nfseSeries)
    .values({ ...series, lastNumber: count })
    .onConflictDoUpdate({
      target: [nfseSeries.companyId, nfseSeries.environment, nfseSeries.municipalityCode, nfseSeries.series],
      set: { lastNumber: sql`${nfseSeries.lastNumber} + ${count}` },
    })
    .returning({ lastNumber: nfseSeries.lastNumber })
  if (!row) throw new Error('no series row')
  return Array.from({ length: count }, (_, index) => row.lastNumber - count + 1 + index)
}
