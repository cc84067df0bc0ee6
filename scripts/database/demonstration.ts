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

/** How to sign in to the demonstration's companies, if this database has them still. */
export async function signInsOfDemonstration(urls: DatabaseUrls): Promise<typeof demonstrationSignIns> {
  const rows = await asSignIn(
    urls.app,
    (app) => app<{ email: string }[]>`
      select u.email from users u where u.is_demonstration and exists (
        select from memberships m join companies c on c.id = m.company_id
        where m.user_id = u.id and m.disabled_at is null and c.is_demonstration)`,
  )
  return demonstrationSignIns.filter(({ email }) => rows.some((row) => row.email === email))
}

/** Whether anybody, or the one of that e-mail, has an account. */
export async function hasUser(appUrl: string, email: string | null = null): Promise<boolean> {
  const rows = await asSignIn(
    appUrl,
    (app) => app`select from users where ${email}::text is null or email = ${email} limit 1`,
  )
  return rows.length > 0
}

// The role of sign-in sees all people.
async function asSignIn<T>(appUrl: string, ask: (app: Sql) => Promise<T>): Promise<T> {
  const app = postgres(appUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await app`set role empreita_auth`
    return await ask(app)
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
