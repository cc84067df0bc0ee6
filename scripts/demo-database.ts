import { parseArgs } from 'node:util'
import postgres, { type Sql } from 'postgres'
import { fillCompany } from './bench/fill-company'
import { loadDemonstrationIfEmpty, signInsOfDemonstration } from './database/demonstration'
import { sentenceOf } from './database/sentence-of'
import { setUpDatabase } from './database/set-up-database'

const USAGE = `npm run demo [-- --orders <number>] [--anyway]
  --orders  beside the demonstration, a larger company of its administrator with so many orders
  --anyway  also in a database that has companies of real people`
const MOST_ORDERS = 200_000

try {
  const { values } = parseArgs({
    options: { orders: { type: 'string' }, anyway: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) console.log(USAGE)
  else await demonstrate(values.orders === undefined ? 0 : Number(values.orders), values.anyway ?? false)
  process.exit()
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

async function demonstrate(orders: number, isWanted: boolean): Promise<void> {
  if (!Number.isInteger(orders) || orders < 0 || orders > MOST_ORDERS) throw new Error(USAGE)
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl) throw new Error('Set DATABASE_URL to the owner of the database.')
  const urls = await setUpDatabase(process.env)
  const owner = postgres(ownerUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    if (!isWanted) await refuseRealCompanies(owner)
    await loadDemonstrationIfEmpty(ownerUrl, urls)
    const [first] = await signInsOfDemonstration(urls)
    if (!first) throw new Error('Nobody of the demonstration is here, and it is loaded into an empty database only.')
    if (orders > 0) await addLargeCompany(owner, urls, orders)
    console.log(`Sign in as ${first.email} with ${first.password}.`)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

async function refuseRealCompanies(owner: Sql): Promise<void> {
  const [real] = await owner<{ name: string }[]>`select name from companies where not is_demonstration limit 1`
  if (real) {
    throw new Error(`This is no demonstration: ${real.name} works here. Use another database, or say --anyway.`)
  }
}

async function addLargeCompany(owner: Sql, urls: { app: string; worker: string }, orders: number): Promise<void> {
  process.env.APP_DATABASE_URL = urls.app
  process.env.WORKER_DATABASE_URL = urls.worker
  const { openLargeCompany } = await import('../src/server/demo/open-large-company')
  const start = performance.now()
  const { id, name } = await openLargeCompany(orders, new Date())
  await fillCompany(owner, id, { orders })
  console.log(`${name}: ${orders} orders in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}
