import { parseArgs } from 'node:util'
import { filesFolder } from '../src/server/gateways/storage/files-folder'
import { openBackup } from './database/backup/backup-manifest'
import { restoreBackup } from './database/backup/restore-backup'
import { sentenceOf } from './database/sentence-of'

const USAGE = `npm run restore -- <file.tar> [--replace] [--check]
  --replace  throw away what the database holds
  --check    only say whether the file is whole`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean' }, check: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const [file, ...others] = positionals
  if (values.help) console.log(USAGE)
  else if (!file || others.length > 0) throw new Error(USAGE)
  else if (values.check) await check(file)
  else await restore(file, values.replace ?? false)
  process.exit()
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

async function check(file: string): Promise<void> {
  const { tar, manifest } = await openBackup(file)
  await tar.close()
  const { productVersion, takenAt, companies, postgresVersion } = manifest
  console.log(
    `${file} is whole: ${companies} companies, taken ${takenAt} by Empreita ${productVersion} on PostgreSQL ${postgresVersion}.`,
  )
}

async function restore(file: string, replaces: boolean): Promise<void> {
  const { takenAt, tables, jobs, files } = await restoreBackup({
    file,
    env: process.env,
    filesFolder: filesFolder(),
    replaces,
  })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`Restored the state of ${takenAt}: ${rows} rows, ${jobs} jobs, ${files.length} files.`)
}
