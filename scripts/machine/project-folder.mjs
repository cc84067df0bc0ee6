import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json; every script works in it, wherever it was called from. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(projectFolder)
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
