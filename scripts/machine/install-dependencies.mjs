import fs from 'node:fs'
import { hashFiles, readIfThere } from './file-hash.mjs'
import { runCommand, runNode } from './run-command.mjs'

const STAMP = 'node_modules/.installed-lock'
// Not "npm ci": it throws away what is installed first.
const INSTALL = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']

/** Installs what package-lock.json names, unless just that is installed. @param {AbortSignal} interrupted */
export async function installDependencies(interrupted) {
  const wanted = hashFiles(['package-lock.json'])
  if (readIfThere(STAMP) === wanted) return
  console.log('Installing dependencies…')
  const options = { interrupted, env: { NODE_ENV: '' } }
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) await runNode([npm, ...INSTALL], options)
  else await runCommand('npm', INSTALL, { ...options, shell: process.platform === 'win32' })
  fs.writeFileSync(STAMP, wanted)
}
