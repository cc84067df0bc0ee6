import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

// The time is in the name, so that the order of names is the order in which they were taken.
const OURS = /^empreita-\d{8}-\d{6}\.tar$/

/** Removes all but the newest backups of a folder; files of other names stay. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  const backups = (await readdir(folder)).filter((name) => OURS.test(name)).sort()
  for (const name of backups.slice(0, Math.max(0, backups.length - count))) await rm(path.join(folder, name))
}
