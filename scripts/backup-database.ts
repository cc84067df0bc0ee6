import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { databaseUrls } from '../src/server/db/database-urls'
import { filesFolder } from '../src/server/gateways/storage/files-folder'
import { keepNewest } from './database/backup/keep-newest'
import { recordBackup } from './database/backup/record-backup'
import { takeBackup } from './database/backup/take-backup'
import { sentenceOf } from './database/sentence-of'

const USAGE = `npm run backup [-- --to <folder or file.tar>] [--keep <number>]
  --to    where to write; .data/backups when not given
  --keep  how many backups the folder keeps, the newest ones`

try {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, keep: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) console.log(USAGE)
  else await backUp(values)
  process.exit()
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

async function backUp({ to = '.data/backups', keep }: { to?: string; keep?: string }): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl) throw new Error('Set DATABASE_URL to the owner of the database.')
  const kept = keep === undefined ? undefined : Number(keep)
  if (kept !== undefined && !(Number.isInteger(kept) && kept >= 1)) throw new Error(USAGE)
  const startedAt = new Date()
  const target = to.endsWith('.tar') ? path.resolve(to) : path.resolve(to, nameAt(startedAt))
  const { version: productVersion } = JSON.parse(readFileSync('package.json', 'utf8'))
  const urls = databaseUrls(process.env)
  const manifest = await takeBackup({ ownerUrl, urls, filesFolder: filesFolder(), target, productVersion })
  const { size: bytes } = statSync(target)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  await recordBackup(ownerUrl, { startedAt, bytes, rows, files: manifest.files.length, productVersion })
  if (kept !== undefined) await keepNewest(path.dirname(target), kept)
  console.log(
    `${path.relative('.', target)}: ${rows} rows of ${manifest.companies} companies, ${manifest.jobs} jobs, ${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB. Keep it where this machine's end does not reach it.`,
  )
}

// In the clock of the machine, as whoever looks for it will read it.
function nameAt(instant: Date): string {
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString()
  return `empreita-${local.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.tar`
}
