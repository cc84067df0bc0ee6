import type { Sql } from 'postgres'
import { z } from 'zod'
import type { createTar, openTar } from './tar-file'

const JOBS = 'jobs.json'

const jobsSchema = z.array(
  z.object({
    task: z.string(),
    payload: z.unknown(),
    queue: z.string().nullable(),
    key: z.string().nullable(),
    priority: z.number().int(),
    runAt: z.string(),
    attempts: z.number().int(),
    maxAttempts: z.number().int(),
    lastError: z.string().nullable(),
  }),
)

/**
 * The jobs that wait, at the instant of the snapshot: without them a note under way would never be sent. They are read
 * through the queue's own words, so that another version of the queue takes them.
 * @returns how many there are
 */
export async function copyJobs(
  worker: Sql,
  snapshot: string,
  tar: Awaited<ReturnType<typeof createTar>>,
): Promise<number> {
  const jobs = await worker.begin('isolation level repeatable read read only', async (tx) => {
    await tx.unsafe(`set transaction snapshot '${snapshot}'`)
    return tx`
      select j.task_identifier as task, p.payload, j.queue_name as queue, j.key, j.priority, j.run_at::text as "runAt",
        case when j.locked_at is null then j.attempts else j.attempts - 1 end as attempts, j.max_attempts as "maxAttempts", j.last_error as "lastError"
      from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id order by j.id`
  })
  await tar.add(JOBS, Buffer.from(JSON.stringify(jobs)))
  return jobs.length
}

/** Puts the jobs of a backup into the queue in place of what waits there. Running it again changes nothing. */
export async function restoreJobs(worker: Sql, tar: Awaited<ReturnType<typeof openTar>>): Promise<void> {
  const jobs = jobsSchema.parse(JSON.parse((await tar.read(JOBS)).toString()))
  await worker.begin(async (tx) => {
    await tx`delete from graphile_worker._private_jobs`
    for (const job of jobs) {
      const [added] = await tx<{ id: string }[]>`
        select id from graphile_worker.add_job(identifier => ${job.task}, payload => ${JSON.stringify(job.payload)}::text::json,
          queue_name => ${job.queue}, job_key => ${job.key}, priority => ${job.priority}, run_at => ${job.runAt}::text::timestamptz, max_attempts => ${job.maxAttempts})`
      await tx`update graphile_worker._private_jobs set attempts = ${job.attempts}, last_error = ${job.lastError} where id = ${added?.id ?? null}`
    }
  })
}
