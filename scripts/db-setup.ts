import { loadDemonstrationIfEmpty, signInsOfDemonstration } from './database/demonstration'
import { setUpDatabase } from './database/set-up-database'

try {
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl)
    throw new Error('Set DATABASE_URL to the owner of the database, as in postgres://empreita:…@host/empreita')
  const urls = await setUpDatabase(process.env)
  if (process.argv.includes('--demo')) await loadDemonstrationIfEmpty(ownerUrl, urls)
  process.send?.({ urls, signIns: await signInsOfDemonstration(ownerUrl) })
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
} finally {
  // The demonstration may have left connections of the door open.
  process.exit()
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node names the address only in the parts of a failed connection.
  const parts = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message
  return 'severity' in error ? `The database refused: ${parts}` : parts
}
