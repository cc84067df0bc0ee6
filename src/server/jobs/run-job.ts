import type { Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { permissions } from '@/contract/permissions'
import { workerDoor } from '@/server/db/client'
import { databaseError, doorError } from '@/server/db/database-error'
import { type Actor, actorIdOf, type Ctx, contextOf } from '@/server/domain/context'
import { handlers } from './handler-list'
import { type JobName, type JobPayload, jobs } from './job-list'
import type { JobHandler, JobRun } from './job-run'

/** Milliseconds that one run of a job may take; one that is locked for longer was left behind by a process that died. */
export const JOB_DEADLINE_MS = 60_000

export type Clock = () => Date

const envelope = z.looseObject({ companyId: z.uuid() })

/** All jobs as the queue runs them. `clock` is the server's; the demonstration has one of its own. */
export function taskList(clock: Clock = () => new Date()): TaskList {
  const names = Object.keys(jobs) as JobName[]
  return Object.fromEntries(names.map((name) => [name, taskOf(name, clock)]))
}

function taskOf<Name extends JobName>(name: Name, clock: Clock): Task {
  const handler: JobHandler<Name> = handlers[name]
  return async (row, { job }) => {
    const { companyId, ...rest } = envelope.parse(row)
    const payload = jobs[name].parse(rest) as JobPayload<Name>
    const signal = AbortSignal.timeout(JOB_DEADLINE_MS)
    const run: JobRun = {
      transaction: (work) => inCompany(companyId, work, clock),
      attempt: job.attempts,
      isLastAttempt: job.attempts >= job.max_attempts,
      signal,
    }
    try {
      await Promise.race([handler(run, payload), rejectionOf(signal)])
    } catch (error) {
      throw withoutValues(error)
    }
  }
}

/** Runs `work` in a transaction of the company, as the product itself. */
export function inCompany<Result>(
  companyId: string,
  work: (ctx: Ctx) => Promise<Result>,
  clock: Clock = () => new Date(),
): Promise<Result> {
  const actor: Actor = { kind: 'system', userId: null, companyId, permissions: new Set(permissions), roles: [] }
  const scope = { companyId, actorId: actorIdOf(actor), mode: 'write' as const }
  return workerDoor().inTransactionWithRetry(scope, (tx) => work(contextOf(tx, actor, clock())))
}

// The queue keeps and prints the message, and that of a failed statement repeats its values.
function withoutValues(error: unknown): unknown {
  const code = doorError(error)?.code ?? databaseError(error)?.code
  return code ? new Error(`the database answered ${code}`, { cause: error }) : error
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
