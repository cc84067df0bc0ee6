import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { runNode } from './run-command.mjs'
import { unpackChromium } from './unpack-chromium.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium that browser tests drive, each candidate proved by starting it: a file may be there and one of the
 * system's libraries missing.
 * @param {AbortSignal} interrupted
 * @returns {Promise<{ source: string, env: Record<string, string> }>} what Playwright's configuration needs to find it
 */
export async function findBrowser(interrupted) {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await starts(given)) return at(given, 'CHROMIUM_PATH')
    throw new Error(`CHROMIUM_PATH names ${given}, which does not start.`)
  }
  if (await starts()) return { source: "Playwright's own", env: {} }
  for (const file of SYSTEM) if (fs.existsSync(file) && (await starts(file))) return at(file, file)
  const unpacked = await unpackChromium()
  for (const env of unpacked?.environments ?? []) {
    if (spawnSync(unpacked.file, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0) {
      return { source: unpacked.source, env: { CHROMIUM_PATH: unpacked.file, ...env } }
    }
  }
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { interrupted }).catch(() => {})
  if (await starts()) return { source: "Playwright's own", env: {} }
  throw new Error('No Chromium starts on this machine: install one (apt install chromium) or set CHROMIUM_PATH.')
}

async function starts(executablePath) {
  const { chromium } = await import('@playwright/test')
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: 30_000 })
    await browser.close()
    return true
  } catch {
    return false
  }
}

function at(file, source) {
  return { source, env: { CHROMIUM_PATH: file } }
}
