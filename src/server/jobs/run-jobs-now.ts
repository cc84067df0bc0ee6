import { EventEmitter } from 'node:events'
import { Logger, runOnce, type WorkerEvents } from 'graphile-worker'
import { workerDatabaseUrl } from '@/server/db/client'
import { type Clock, taskList } from './run-job'

/**
 * Runs every job that is due, and those that they enqueue, in this process, then returns: for tests and the demonstration,
 * which do not wait for a worker. Throws an AggregateError of all failures.
 */
export async function runJobsNow(clock?: Clock): Promise<void> {
  const failures: unknown[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('job:error', ({ error }) => failures.push(error))
  await runOnce({
    connectionString: workerDatabaseUrl(),
    maxPoolSize: 2,
    concurrency: 1,
    noHandleSignals: true,
    events,
    logger: new Logger(() => () => undefined),
    taskList: taskList(clock),
  })
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} jobs failed`)
}
