import fs from 'node:fs'
import postgres from 'postgres'
import type { DatabaseUrls } from '../../src/server/db/database-urls'

/** A person of the demonstration company, as `npm start` prints it. */
export type SignIn = { role: string; email: string; password: string }

type Demonstration = { loadDemonstration: () => Promise<void>; demonstrationSignIns: readonly SignIn[] }

const MODULE = new URL('../../src/server/demo/load-demonstration.ts', import.meta.url)

/** Loads the demonstration company when nobody has an account yet; else changes nothing. */
export async function loadDemonstrationIfEmpty(urls: DatabaseUrls): Promise<void> {
  const demonstration = await readDemonstration()
  if (!demonstration || (await hasUser(urls.app))) return
  // It is made through the verbs, so it goes through the door, which reads these.
  process.env.APP_DATABASE_URL = urls.app
  process.env.WORKER_DATABASE_URL = urls.worker
  console.log('Loading the demonstration company…')
  await demonstration.loadDemonstration()
}

/** How to sign in to the demonstration company, if this database has it. */
export async function signInsOfDemonstration(urls: DatabaseUrls): Promise<readonly SignIn[]> {
  const signIns = (await readDemonstration())?.demonstrationSignIns ?? []
  const [first] = signIns
  return first && (await hasUser(urls.app, first.email)) ? signIns : []
}

async function readDemonstration(): Promise<Demonstration | undefined> {
  return fs.existsSync(MODULE) ? await import(MODULE.href) : undefined
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
