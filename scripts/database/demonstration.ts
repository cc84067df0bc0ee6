import fs from 'node:fs'
import postgres from 'postgres'
import type { DatabaseUrls } from '../../src/server/db/database-urls'

/** A person of the demonstration company, as `npm start` prints it. */
export type SignIn = { role: string; email: string; password: string }

type Demonstration = { loadDemonstration: () => Promise<void>; demonstrationSignIns: readonly SignIn[] }

const MODULE = new URL('../../src/server/demo/load-demonstration.ts', import.meta.url)

/** Loads the demonstration company when nobody has an account yet; else changes nothing. */
export async function loadDemonstrationIfEmpty(ownerUrl: string, urls: DatabaseUrls): Promise<void> {
  const demonstration = await readDemonstration()
  if (!demonstration || (await hasUser(ownerUrl))) return
  // It is made through the verbs, so it goes through the door, which reads these.
  process.env.APP_DATABASE_URL = urls.app
  process.env.WORKER_DATABASE_URL = urls.worker
  console.log('Loading the demonstration company…')
  await demonstration.loadDemonstration()
}

/** How to sign in to the demonstration company, if this database has it. */
export async function signInsOfDemonstration(ownerUrl: string): Promise<readonly SignIn[]> {
  const signIns = (await readDemonstration())?.demonstrationSignIns ?? []
  const [first] = signIns
  return first && (await hasUser(ownerUrl, first.email)) ? signIns : []
}

async function readDemonstration(): Promise<Demonstration | undefined> {
  return fs.existsSync(MODULE) ? await import(MODULE.href) : undefined
}

async function hasUser(ownerUrl: string, email?: string): Promise<boolean> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    const [row] =
      await owner`select from users where ${email ?? null}::text is null or email = ${email ?? null} limit 1`
    return row !== undefined
  } finally {
    await owner.end({ timeout: 5 })
  }
}
