import path from 'node:path'
import { diskStorage } from './disk-storage'
import type { FileStorage } from './file-storage'

/** The storage that this process uses: the folder that FILES_FOLDER names, or `.data/files` of the project. */
export function openStorage(): FileStorage {
  return diskStorage(path.resolve(process.env.FILES_FOLDER || '.data/files'))
}
