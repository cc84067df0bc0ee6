import postgres, { type Sql } from 'postgres'
import type { DatabaseUrls } from '../../src/server/db/database-urls'
import { demonstrationSignIns, loadDemonstration } from '../../src/server/demo/load-demonstration'
import { isHalfLoaded, markHalfLoaded, markWhole } from './half-loaded.mjs'

const LOADING_LOCK = 727_003

/**
 * Loads the demonstration company when nobody has an account yet; else changes nothing. The database bears a mark
 * meanwhile, so that one whose loading was cut off does not pass for one in use.
 * @throws Error when the database bears the mark of a loading that was cut off
 */
export async function loadDemonstrationIfEmpty(ownerUrl: string, urls: DatabaseUrls): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    // Whoever is loading holds it, and a killed one does not: the mark alone could not tell them apart.
    await owner`select pg_advisory_lock(${LOADING_LOCK})`
    await loadOnce(owner, urls)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** How to sign in to the demonstration company, if this database has it. */
export async function signInsOfDemonstration(urls: DatabaseUrls): Promise<typeof demonstrationSignIns> {
  const [first] = demonstrationSignIns
  return first && (await hasUser(urls.app, first.email)) ? demonstrationSignIns : []
}

/** Whether anybody, or the one of that e-mail, has an account; asked as the role of sign-in, which sees all of them. */
export async function hasUser(appUrl: string, email: string | null = null): Promise<boolean> {
  const app = postgres(appUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await app`set role empreita_auth`
    const [row] = await app`select from users where ${email}::text is null or email = ${email} limit 1`
    return row !== undefined
  } finally {
    await app.end({ timeout: 5 })
  }
}

async function loadOnce(owner: Sql, urls: DatabaseUrls): Promise<void> {
  if (await isHalfLoaded(owner)) {
    throw new Error('Loading the demonstration was cut off here before: drop the database, make it again, start again.')
  }
  if (await hasUser(urls.app)) return
  console.log('Loading the demonstration company…')
  // It is made through the verbs, so it goes through the door, which reads these.
  process.env.APP_DATABASE_URL = urls.app
  process.env.WORKER_DATABASE_URL = urls.worker
  await markHalfLoaded(owner)
  await loadDemonstration()
  await markWhole(owner)
}
