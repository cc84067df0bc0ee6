import { sql } from 'drizzle-orm'
import type { Ctx } from '@/server/domain/context'
import { type JobName, type JobPayload, jobs } from './job-list'

export type JobOptions = {
  /** Of several jobs with one key that have not begun, only the last stands; per company and kind of job. */
  key?: string
  /** Not before this instant. */
  runAt?: Date
}

/**
 * Writes a job row in the transaction of the change that asks for it: it exists if and only if the change does, and no
 * worker sees it before COMMIT. The job runs for the company of the transaction.
 */
export async function enqueue<Name extends JobName>(
  ctx: Pick<Ctx, 'tx' | 'actor'>,
  job: Name,
  payload: JobPayload<Name>,
  options: JobOptions = {},
): Promise<void> {
  await enqueueMany(ctx, job, [{ payload, ...options }])
}

/** The same for many jobs of one kind, in one statement. */
export async function enqueueMany<Name extends JobName>(
  ctx: Pick<Ctx, 'tx' | 'actor'>,
  job: Name,
  entries: readonly ({ payload: JobPayload<Name> } & JobOptions)[],
): Promise<void> {
  if (entries.length === 0) return
  const { companyId } = ctx.actor
  const rows = entries.map(({ payload, key, runAt }) => ({
    payload: { companyId, ...jobs[job].parse(payload) },
    key: key === undefined ? null : `${companyId}:${job}:${key}`,
    run_at: runAt?.toISOString() ?? null,
  }))
  // In the order of their keys, so that two transactions with the same keys wait for each other instead of locking up.
  await ctx.tx.execute(sql`
    select jobs.enqueue(${job}, entry.payload, entry.key, entry.run_at)
    from (select * from json_to_recordset(${JSON.stringify(rows)}::json) as given (payload json, key text, run_at timestamptz)
      order by key) entry`)
}
