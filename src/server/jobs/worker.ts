import { Logger, run } from 'graphile-worker'
import pg from 'pg'
import { workerDatabaseUrl } from '@/server/db/client'
import { auditCompanies, nightlySchedule } from './nightly-audits'
import { JOB_DEADLINE_MS, taskList } from './run-job'

export type Worker = { stop: () => Promise<void> }

const CONCURRENCY = 2
const RELEASE_EVERY_MS = 60_000

/**
 * Takes jobs as they are committed (LISTEN, and a poll behind it), two at a time. Rejects when the queue cannot be reached.
 * `stop` lets the runs under way finish.
 */
export async function startWorker(report: (message: string, details?: object) => void): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: workerDatabaseUrl(), max: 4, application_name: 'empreita jobs' })
  const broken = () => report('a connection of the job queue broke')
  pool.on('error', broken)
  pool.on('connect', (client) => client.on('error', broken))
  await releaseAbandoned(pool)
  const runner = await run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    taskList: { ...taskList(), 'audit-companies': auditCompanies },
    crontab: nightlySchedule,
    // A job's own errors only: the queue's chatter is of no use to whoever operates the product.
    logger: new Logger(() => (level, message, details) => {
      if (level === 'error' || level === 'warning') report(message, details)
    }),
  })
  const releasing = setInterval(() => {
    releaseAbandoned(pool).catch(() => report('abandoned jobs could not be released'))
  }, RELEASE_EVERY_MS)
  releasing.unref()
  runner.promise.catch(() => report('the job worker ended'))
  return {
    async stop() {
      clearInterval(releasing)
      await runner.stop()
      await pool.end()
    },
  }
}

// The queue itself gives the jobs of a process that was killed back only after four hours.
async function releaseAbandoned(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs
     where locked_at < now() - $1 * interval '1 millisecond' having count(*) > 0`,
    [JOB_DEADLINE_MS * 2],
  )
}
