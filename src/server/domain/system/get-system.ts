import { desc, sql } from 'drizzle-orm'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { backups } from '@/server/db/tables/backups'
import type { Ctx } from '../context'
import { causeOfFailure, isBackupOld } from './rules'

const MOST_JOBS = 50

type JobRow = {
  id: number
  task: string
  runAt: Date
  attempts: number
  maxAttempts: number
  lastError: string
  isRunning: boolean
}

/** The state of database, jobs and backups, for whoever administers. Holds no address, no password, no payload of a job. */
export async function getSystem(ctx: Ctx) {
  authorize(ctx, 'system.read')
  const [database] = await ctx.tx.execute<{ version: string; bytes: string; connections: number; schema: number }>(sql`
    select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections, schema_version() as schema`)
  const [backup] = await ctx.tx.select().from(backups).orderBy(desc(backups.startedAt)).limit(1)
  return {
    database: {
      version: database?.version.split(' ')[0] ?? '',
      bytes: Number(database?.bytes ?? 0),
      connections: database?.connections ?? 0,
      schema: database?.schema ?? 0,
    },
    jobs: await countJobs(ctx),
    backup: backup ? { ...backup, isOld: isBackupOld(backup.startedAt, ctx.now) } : null,
    actions: { retryJob: refusalsOfPermission(ctx, 'system.retryJob') },
  }
}

async function countJobs(ctx: Ctx) {
  const [counts] = await ctx.tx.execute<{ waiting: number; late: number; failing: number }>(sql`
    select count(*) filter (where last_error is null)::int as waiting, count(*) filter (where last_error is not null)::int as failing,
      count(*) filter (where last_error is null and not is_running and run_at < now() - interval '5 minutes')::int as late
    from jobs.of_company()`)
  const failing = await ctx.tx.execute<JobRow>(sql`
    select id::float8 as id, task, run_at as "runAt", attempts, max_attempts as "maxAttempts", last_error as "lastError", is_running as "isRunning"
    from jobs.of_company() where last_error is not null order by attempts >= max_attempts desc, run_at, id limit ${MOST_JOBS}`)
  return {
    waiting: counts?.waiting ?? 0,
    late: counts?.late ?? 0,
    failingCount: counts?.failing ?? 0,
    failing: failing.map(({ attempts, maxAttempts, runAt, lastError, ...job }) => ({
      ...job,
      attempts,
      maxAttempts,
      cause: causeOfFailure(lastError),
      runAt: new Date(runAt),
      hasGivenUp: attempts >= maxAttempts,
    })),
  }
}
