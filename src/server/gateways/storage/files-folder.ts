import path from 'node:path'

/** Where the stored files are on this machine: the folder that FILES_FOLDER names, or `.data/files` of the project. */
export const filesFolder = (): string =>
  path.resolve(/* turbopackIgnore: true */ process.env.FILES_FOLDER || '.data/files')
