import { loadDemonstrationIfEmpty, signInsOfDemonstration } from './database/demonstration'
import { sentenceOf } from './database/sentence-of'
import { setUpDatabase } from './database/set-up-database'

try {
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl)
    throw new Error('Set DATABASE_URL to the owner of the database, as in postgres://empreita:…@host/empreita')
  const urls = await setUpDatabase(process.env)
  if (process.argv.includes('--demo')) await loadDemonstrationIfEmpty(ownerUrl, urls)
  process.send?.({ urls, signIns: await signInsOfDemonstration(urls) })
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
} finally {
  // The demonstration may have left connections of the door open.
  process.exit()
}
