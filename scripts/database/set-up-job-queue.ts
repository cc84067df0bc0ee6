import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

/**
 * Makes the job queue's tables and the one function by which the application's role may add a job. Both belong to the
 * worker's login: the queue's tables have row security without policies, which only their owner passes.
 */
export async function setUpJobQueue(workerUrl: string): Promise<void> {
  await runMigrations({ connectionString: workerUrl, logger: new Logger(() => () => {}) })
  const worker = postgres(workerUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    const [exists] = await worker`select from pg_namespace where nspname = 'jobs'`
    if (!exists) await worker`create schema jobs`
    await worker.unsafe(ENQUEUE)
  } finally {
    await worker.end({ timeout: 5 })
  }
}

// A quoted body: one that the server parses at once (BEGIN ATOMIC) would stand in the way of the queue's own migrations.
const ENQUEUE = `
  create or replace function jobs.enqueue(task_identifier text, payload json, job_key text default null,
    run_at timestamptz default null, max_attempts integer default null) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $body$
    select graphile_worker.add_job(identifier => task_identifier, payload => enqueue.payload, run_at => enqueue.run_at,
      max_attempts => enqueue.max_attempts, job_key => enqueue.job_key)
  $body$;
  revoke all on function jobs.enqueue from public;
  grant usage on schema jobs to empreita_app;
  grant execute on function jobs.enqueue to empreita_app`
