import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileStorage } from './file-storage'

const KEY = /^[0-9a-z][0-9a-z-]*(\/[0-9a-z][0-9a-z-]*)*$/

/** Files in a folder of the server's disk. Throws TypeError for a key that could lead out of it. */
export function diskStorage(folder: string): FileStorage {
  return {
    async put(key, bytes) {
      const target = pathOf(folder, key)
      if (await exists(target)) return
      await mkdir(path.dirname(target), { recursive: true })
      // Written beside and moved there, so that a name always stands for whole content.
      const draft = `${target}.${randomBytes(6).toString('hex')}`
      const file = await open(/* turbopackIgnore: true */ draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, target)
      await syncFolder(path.dirname(target))
    },
    async get(key) {
      try {
        return new Uint8Array(await readFile(pathOf(folder, key)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}

function pathOf(folder: string, key: string): string {
  if (!KEY.test(key)) throw new TypeError('a key names folders and a file, in small letters, digits and hyphens')
  return path.join(folder, key)
}

async function exists(target: string): Promise<boolean> {
  try {
    await stat(target)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

// A renamed file is there after a power cut only when its folder was written too; not every system can do that.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
