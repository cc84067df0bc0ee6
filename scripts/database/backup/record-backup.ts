import os from 'node:os'
import postgres from 'postgres'

/** How a backup went; `bytes` is the size of its file. */
export type TakenBackup = { startedAt: Date; bytes: number; rows: number; files: number; productVersion: string }

/**
 * Remembers, in the database, that a backup was taken, so that the product can say when the last one was. A database of a
 * version that had no place for it remembers nothing.
 */
export async function recordBackup(ownerUrl: string, taken: TakenBackup): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    const [place] = await owner<{ made: boolean }[]>`select to_regclass('public.backups') is not null as made`
    if (!place?.made) return
    await owner`
      insert into backups (id, started_at, bytes, row_count, file_count, product_version, taken_by)
      values (uuid_v7(), ${taken.startedAt}, ${taken.bytes}, ${taken.rows}, ${taken.files}, ${taken.productVersion}, ${`${os.userInfo().username}@${os.hostname()}`})`
  } finally {
    await owner.end({ timeout: 5 })
  }
}
