import './machine/project-folder.mjs'
import fs from 'node:fs'
import { startOwnDatabase } from './database/own-database.mjs'
import { buildProduct } from './machine/build-product.mjs'
import { freePort, tryPort } from './machine/free-port.mjs'
import { installDependencies } from './machine/install-dependencies.mjs'
import { interruption } from './machine/interruption.mjs'
import { requireNode } from './machine/require-node.mjs'
import { runNode } from './machine/run-command.mjs'
import { storedSecret } from './machine/stored-secret.mjs'
import { startWebServer } from './machine/web-server.mjs'

requireNode()
const interrupted = interruption()
const isDev = process.argv.includes('--dev')
let ownDatabase
let code = 1
try {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  await installDependencies(interrupted)
  if (!process.env.DATABASE_URL) ownDatabase = await startOwnDatabase()
  const database = await prepareDatabase(ownDatabase?.url ?? process.env.DATABASE_URL)
  if (!isDev) await buildProduct({ interrupted })
  code = await serve(database)
} catch (error) {
  // A program that failed has said why; and who pressed Ctrl-C needs no reason.
  if (!error.isChildFailure && !interrupted.aborted) console.error(error.message)
} finally {
  await ownDatabase?.stop()
}
process.exit(interrupted.aborted ? 0 : code)

async function prepareDatabase(ownerUrl) {
  let database
  const wantsDemo = ownDatabase || process.env.EMPREITA_DEMO === '1' || process.argv.includes('--demo')
  await runNode(['--import', 'tsx', 'scripts/db-setup.ts', ...(wantsDemo ? ['--demo'] : [])], {
    interrupted,
    env: { DATABASE_URL: ownerUrl },
    onMessage: (message) => (database = message),
  })
  return database
}

async function serve({ urls, signIns }) {
  // Known passwords are printed below, so the demonstration answers this machine alone unless HOST says otherwise.
  const host = process.env.HOST || (ownDatabase ? '127.0.0.1' : undefined)
  const port = await choosePort(host)
  const web = startWebServer({ isDev, host, port, env: webEnvironment(urls) })
  interrupted.addEventListener('abort', () => void web.stop())
  if (interrupted.aborted) await web.stop()
  if (await web.answers()) announce(port, signIns)
  return web.ended
}

async function choosePort(host) {
  const wanted = process.env.PORT
  if (!wanted) return freePort(host, 3000)
  const port = await tryPort(host, Number(wanted))
  if (!port) throw new Error(`Port ${wanted} is taken: choose another one with PORT.`)
  return port
}

function webEnvironment(urls) {
  const { DATABASE_URL: _owner, ...env } = process.env
  return {
    ...env,
    APP_DATABASE_URL: urls.app,
    WORKER_DATABASE_URL: urls.worker,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || storedSecret('.data/auth-secret'),
    // Without an address of its own, next-auth takes the one of each request.
    ...(env.NEXTAUTH_URL ? {} : { AUTH_TRUST_HOST: env.AUTH_TRUST_HOST ?? 'true' }),
  }
}

function announce(port, signIns) {
  const lines = [`Empreita: http://localhost:${port}`]
  if (ownDatabase) lines.push(`Data: .data/pg (PostgreSQL on 127.0.0.1:${ownDatabase.port}). Ctrl-C stops both.`)
  if (signIns.length > 0) lines.push('', 'Demonstration company, sign in as:')
  for (const { role, email, password } of signIns) lines.push(`  ${role.padEnd(16)}${email.padEnd(36)}${password}`)
  console.log(`\n${lines.join('\n')}\n`)
}
