import fs from 'node:fs'
import path from 'node:path'
import { dropDatabases, makeDatabase } from '../database/make-database.mjs'
import { testDatabaseName, testOwner } from '../database/test-owner.mjs'
import { buildProduct } from '../machine/build-product.mjs'
import { findBrowser } from '../machine/find-browser.mjs'
import { freePort } from '../machine/free-port.mjs'
import { runNode } from '../machine/run-command.mjs'
import { startWebServer } from '../machine/web-server.mjs'

const HOST = '127.0.0.1'
const WEB_LOG = 'test-results/web.log'

/**
 * Drives the built product in a browser, desktop and phone, on a database of its own with the demonstration company.
 * @param {{ args: string[], adminUrl: string, folder: string, interrupted: AbortSignal }} run
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runJourneys({ args, adminUrl, folder, interrupted }) {
  const browser = await findBrowser(interrupted)
  console.log(`Browser: ${browser.source}`)
  await buildProduct({ interrupted })
  const database = `${testDatabaseName()}_journeys`
  const ownerUrl = await makeDatabase(adminUrl, { ...testOwner(adminUrl), database })
  try {
    const urls = await prepare(ownerUrl, interrupted)
    // The invariants look across companies: above row security, which the owner is not.
    const audit = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href
    return await withWebServer({ urls, folder, interrupted }, (port) => {
      const env = { ...browser.env, ...urls, AUDIT_DATABASE_URL: audit, E2E_PORT: String(port) }
      return runPlaywright({ args, folder, interrupted, env })
    })
  } finally {
    await dropDatabases(adminUrl, [database])
  }
}

async function prepare(ownerUrl, interrupted) {
  let urls
  await runNode(['--import', 'tsx', 'scripts/db-setup.ts', '--demo'], {
    interrupted,
    env: { DATABASE_URL: ownerUrl, APP_DATABASE_URL: '', WORKER_DATABASE_URL: '' },
    onMessage: (message) => (urls = message.urls),
  })
  return { APP_DATABASE_URL: urls.app, WORKER_DATABASE_URL: urls.worker }
}

async function withWebServer({ urls, folder, interrupted }, work) {
  fs.mkdirSync(path.dirname(WEB_LOG), { recursive: true })
  const log = fs.openSync(WEB_LOG, 'w')
  const { DATABASE_URL: _never, NEXTAUTH_URL: _address, ...env } = process.env
  const files = { FILES_FOLDER: path.join(folder, 'files') }
  // All journeys come from one address and as the same few people, faster than any person.
  const limits = {
    EMPREITA_SIGN_INS_PER_ADDRESS: '10000',
    EMPREITA_CALLS_PER_MINUTE: '100000',
    EMPREITA_MUTATIONS_PER_MINUTE: '100000',
  }
  const auth = { NEXTAUTH_SECRET: 'a-secret-that-only-tests-have-0123456789', AUTH_TRUST_HOST: 'true' }
  const port = await freePort(HOST)
  const web = startWebServer({ host: HOST, port, output: log, env: { ...env, ...urls, ...files, ...limits, ...auth } })
  fs.closeSync(log)
  interrupted.addEventListener('abort', () => void web.stop())
  try {
    if (!(await web.answers())) throw new Error(`The web server did not start; its output is in ${WEB_LOG}.`)
    return await work(port)
  } finally {
    await web.stop()
  }
}

async function runPlaywright({ args, folder, interrupted, env }) {
  const report = path.join(folder, 'journeys.json')
  const isGood = await runNode(['node_modules/@playwright/test/cli.js', 'test', ...args], {
    interrupted,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  }).then(
    () => true,
    () => false,
  )
  const stats = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')).stats : undefined
  return { passed: stats?.expected ?? 0, failed: isGood ? 0 : Math.max(1, stats?.unexpected ?? 0) }
}
