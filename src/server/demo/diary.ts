import { runJobsNow } from '@/server/jobs/run-jobs-now'

/** One thing that somebody did. With `runsJobs` what it asked of the authority is answered before anything later. */
export type DiaryEntry = { at: Date; act: (at: Date) => Promise<unknown>; runsJobs?: boolean }

const ANSWER_MS = 40_000

/**
 * Does everything in the order of its time, each at its own time; what lies in the future is done now. Entries of one
 * instant keep their order.
 */
export async function liveThrough(entries: readonly DiaryEntry[], now: Date): Promise<void> {
  let asked: Date | null = null
  for (const { at, act, runsJobs } of entries.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (asked && asked < at) {
      await answer(asked, now)
      asked = null
    }
    await act(at < now ? at : now)
    if (runsJobs) asked = at
  }
  await runJobsNow()
}

// With a clock in the past a silent authority would be asked again and again: only what lies in the past may have one.
async function answer(asked: Date, now: Date): Promise<void> {
  await runJobsNow(asked < now ? () => new Date(asked.getTime() + ANSWER_MS) : undefined)
}
