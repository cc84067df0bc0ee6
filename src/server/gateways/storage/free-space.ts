import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { filesFolder } from './files-folder'

/** How much room the disk has under the folder of stored files, in bytes; null where the system does not say. */
export async function freeSpace(): Promise<{ freeBytes: number; totalBytes: number } | null> {
  const folder = filesFolder()
  // The folder itself is made with the first file.
  for (const place of [folder, path.dirname(folder), '.']) {
    const found = await statfs(/* turbopackIgnore: true */ place).catch(() => null)
    if (found) return { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize }
  }
  return null
}
