import { defineConfig, devices } from '@playwright/test'
import { productAddress } from './e2e/fixtures/product-address'

const executablePath = process.env.CHROMIUM_PATH
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/fixtures/store-sessions.ts',
  outputDir: 'test-results/journeys',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: productAddress(),
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--disable-quic',
        '--disable-background-networking',
        ...(executablePath || isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  // A journey runs on both, unless its title says where it belongs.
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1366, height: 768 } },
    },
    { name: 'phone', grepInvert: /@desktop/, use: { ...devices['Pixel 7'], viewport: { width: 360, height: 780 } } },
  ],
})
