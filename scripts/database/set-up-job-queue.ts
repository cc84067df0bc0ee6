import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

/**
 * Makes the job queue's tables and the functions by which the application's role may add a job, and see and retry those of
 * its company. All belong to the worker's login: the queue's tables have row security without policies, which only their
 * owner passes.
 */
export async function setUpJobQueue(workerUrl: string): Promise<void> {
  await runMigrations({ connectionString: workerUrl, logger: new Logger(() => () => {}) })
  const worker = postgres(workerUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    const [exists] = await worker`select from pg_namespace where nspname = 'jobs'`
    if (!exists) await worker`create schema jobs`
    await worker.unsafe(ENQUEUE)
    await worker.unsafe(OVERSIGHT)
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

// Each job carries its company; a transaction sees and moves those of its own.
const OVERSIGHT = `
  create or replace function jobs.of_company() returns table (id bigint, task text, run_at timestamptz, attempts integer, max_attempts integer,
    last_error text, is_running boolean, payload json)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $body$
    select j.id, j.task_identifier, j.run_at, j.attempts::integer, j.max_attempts::integer, j.last_error, j.locked_at is not null, p.payload
    from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where p.payload ->> 'companyId' = nullif(current_setting('app.company_id', true), '')
  $body$;
  create or replace function jobs.retry(job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $body$
  begin
    if not exists (select from jobs.of_company() o where o.id = job and not o.is_running) then return false; end if;
    perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
    return true;
  end $body$;
  revoke all on function jobs.of_company(), jobs.retry(bigint) from public;
  grant execute on function jobs.of_company(), jobs.retry(bigint) to empreita_app`
