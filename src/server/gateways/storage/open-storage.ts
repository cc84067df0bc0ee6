import path from 'node:path'
import { diskStorage } from './disk-storage'
import type { FileStorage } from './file-storage'

/** The storage that this process uses: the folder `files` under DATA_DIR, or under `.data` of the project. */
export function openStorage(): FileStorage {
  return diskStorage(path.resolve(process.env.DATA_DIR || '.data', 'files'))
}
