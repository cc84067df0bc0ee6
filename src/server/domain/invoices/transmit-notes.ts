import { sql } from 'drizzle-orm'
import { invoices } from '@/server/db/tables/invoices'
import { uuidArray } from '@/server/db/uuid-array'
import { enqueueMany } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { DPS_SERIES, takeDpsNumbers } from '../nfse/take-dps-numbers'

/** A note on its way to the authority. */
export type TransmittedNote = {
  id: string
  number: number
  status: 'processing'
  dpsSeries: number
  dpsNumber: number
  totalCents: number
}

/**
 * draft → processing: freezes the notes, gives those without one their DPS number (F14) and leaves one job for each, all
 * in this transaction (INV-07). Answers them in the order of `invoiceIds`. A step: the caller holds the order's lock.
 */
export async function transmitNotes(ctx: Ctx, invoiceIds: readonly string[]): Promise<TransmittedNote[]> {
  const drafts = await ctx.tx
    .select({
      id: invoices.id,
      environment: invoices.environment,
      municipalityCode: invoices.emitterMunicipality,
      dpsSeries: invoices.dpsSeries,
      dpsNumber: invoices.dpsNumber,
    })
    .from(invoices)
    .where(sql`${invoices.id} = any(${uuidArray(invoiceIds)})`)
    .orderBy(invoices.number)
  const numbered = drafts.filter(({ dpsNumber }) => dpsNumber !== null)
  const unnumbered = drafts.filter(({ dpsNumber }) => dpsNumber === null)
  const [first] = unnumbered
  // Notes of one order have one emitter and one environment.
  const numbers = first
    ? await takeDpsNumbers(
        ctx,
        { environment: first.environment, municipalityCode: first.municipalityCode, series: DPS_SERIES },
        unnumbered.length,
      )
    : []
  const assigned = [
    ...numbered.map(({ id, dpsSeries, dpsNumber }) => ({ id, series: dpsSeries, number: dpsNumber })),
    ...unnumbered.map(({ id }, index) => ({ id, series: DPS_SERIES, number: numbers[index] ?? null })),
  ]
  const sent = await ctx.tx.execute<TransmittedNote>(sql`
    update invoices v set status = 'processing', dps_series = given.series, dps_number = given.number, issued_at = ${ctx.now.toISOString()}::timestamptz,
      is_awaiting_authority = false, rejection_code = null, rejection_message = null
    from jsonb_to_recordset(${JSON.stringify(assigned)}::jsonb) as given (id uuid, series integer, number integer)
    where v.id = given.id
    returning v.id, v.number, v.status, v.dps_series as "dpsSeries", v.dps_number as "dpsNumber", v.total_cents::float8 as "totalCents"`)
  await enqueueMany(
    ctx,
    'nfse-transmit',
    invoiceIds.map((invoiceId) => ({ payload: { invoiceId }, key: invoiceId })),
  )
  return sent.toSorted((a, b) => a.number - b.number)
}
