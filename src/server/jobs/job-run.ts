import type { Ctx } from '@/server/domain/context'
import type { JobName, JobPayload } from './job-list'

/** One run of a job: its company's transactions, and how often it was tried. */
export type JobRun = {
  /** A write transaction of the job's company, as the product itself; begun again after contention. */
  transaction: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  attempt: number
  isLastAttempt: boolean
  /** Aborts when the run has taken too long; hand it to every call to the outside. */
  signal: AbortSignal
}

export type JobHandler<Name extends JobName> = (run: JobRun, payload: JobPayload<Name>) => Promise<void>

/**
 * The shape of a job that talks to the outside: `claim` reads and marks what is to be done (null: nothing any more), `call`
 * talks with no transaction open, `record` stores the answer. A run that dies in between is run again, so `claim` must see
 * that a call may already have happened, and `record` must converge.
 */
export async function claimCallRecord<Claimed, Answer>(
  run: JobRun,
  steps: {
    claim: (ctx: Ctx) => Promise<Claimed | null>
    call: (claimed: Claimed, signal: AbortSignal) => Promise<Answer>
    record: (ctx: Ctx, claimed: Claimed, answer: Answer) => Promise<void>
  },
): Promise<void> {
  const claimed = await run.transaction(steps.claim)
  if (claimed === null) return
  const answer = await steps.call(claimed, run.signal)
  await run.transaction((ctx) => steps.record(ctx, claimed, answer))
}
