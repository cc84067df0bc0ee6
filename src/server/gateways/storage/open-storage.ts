import { diskStorage } from './disk-storage'
import type { FileStorage } from './file-storage'
import { filesFolder } from './files-folder'

/** The storage that this process uses. */
export function openStorage(): FileStorage {
  return diskStorage(filesFolder())
}
