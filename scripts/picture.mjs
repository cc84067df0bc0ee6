import './machine/project-folder.mjs'
import { findBrowser } from './machine/find-browser.mjs'
import { interruption } from './machine/interruption.mjs'

const ADDRESS = process.env.EMPREITA_URL ?? 'http://localhost:3000'
const FILE = 'docs/picture.png'
const SCREEN = '/sales-orders'

// Draws the picture of the README from the running product with its demonstration company: npm start first.
const [email, password] = process.argv.slice(2)
if (!email || !password) {
  console.error(
    'npm run picture -- <e-mail> <password> of somebody of the demonstration company; npm start prints them.',
  )
  process.exit(1)
}
const { env } = await findBrowser(interruption())
Object.assign(process.env, env)
const { chromium } = await import('@playwright/test')
const browser = await chromium.launch({ executablePath: env.CHROMIUM_PATH, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ baseURL: ADDRESS, viewport: { width: 1366, height: 768 }, locale: 'pt-BR' })
  await page.goto('/sign-in')
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' })
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Senha', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(SCREEN, { waitUntil: 'networkidle' })
  await page.screenshot({ path: FILE })
  console.log(`${FILE}: ${ADDRESS}${SCREEN}`)
} catch (error) {
  console.error(`No picture: ${error.message}`)
  process.exitCode = 1
} finally {
  await browser.close()
}
