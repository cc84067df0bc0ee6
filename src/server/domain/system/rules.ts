const OLD_AFTER_MS = 2 * 24 * 60 * 60 * 1000

/** Whether a backup is from so long ago that more than a day's work hangs on it. */
export function isBackupOld(takenAt: Date, now: Date): boolean {
  return now.getTime() - takenAt.getTime() > OLD_AFTER_MS
}

/** Why a job failed, as far as somebody who does not program can use it. */
export type JobCause = 'database' | 'timeout' | 'network' | 'mail' | 'unexpected'

const signs: readonly [JobCause, RegExp][] = [
  ['database', /the database answered|CONNECTION_LOST|connection closed/i],
  ['timeout', /timeout|timed out|took too long|aborted/i],
  ['mail', /smtp|EAUTH|EENVELOPE|recipient|mail/i],
  ['network', /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|socket|fetch failed|network/i],
]

/** The cause behind the message that a job left. */
export function causeOfFailure(message: string): JobCause {
  return signs.find(([, sign]) => sign.test(message))?.[0] ?? 'unexpected'
}
