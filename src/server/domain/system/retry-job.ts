import { sql } from 'drizzle-orm'
import type { RetryJob } from '@/contract/system'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** Lets a job that failed run now, with all its attempts before it. Throws NOT_FOUND when it is done meanwhile or running. */
export async function retryJob(ctx: Ctx, { job }: RetryJob) {
  authorize(ctx, 'system.retryJob')
  const [answer] = await ctx.tx.execute<{ retried: boolean }>(sql`select jobs.retry(${job}::bigint) as retried`)
  if (!answer?.retried) throw new DomainError('NOT_FOUND')
  return { job }
}
