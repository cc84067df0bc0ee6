import './machine/project-folder.mjs'
import fs from 'node:fs'
import { setAsideOwnDatabase, startOwnDatabase } from './database/own-database.mjs'
import { installDependencies } from './machine/install-dependencies.mjs'
import { interruption } from './machine/interruption.mjs'
import { requireNode } from './machine/require-node.mjs'
import { runNode } from './machine/run-command.mjs'

requireNode()
const interrupted = interruption()
const words = process.argv.slice(2)
let ownDatabase
let code = 1
try {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  await installDependencies(interrupted)
  const isEmbedded = !process.env.DATABASE_URL
  // The file first: nothing is set aside for one that could not be restored.
  if (isEmbedded) await runRestore(['--check'])
  if (isEmbedded && words.includes('--replace')) {
    const aside = await setAsideOwnDatabase()
    if (aside) console.log(`The former database lies in ${aside}; remove it when you no longer need it.`)
  }
  if (isEmbedded) ownDatabase = await startOwnDatabase()
  await runRestore([], ownDatabase?.url)
  code = 0
} catch (error) {
  if (!error.isChildFailure && !interrupted.aborted) console.error(error.message)
} finally {
  await ownDatabase?.stop()
}
process.exit(code)

function runRestore(more, ownerUrl = process.env.DATABASE_URL) {
  return runNode(['--import', 'tsx', 'scripts/restore-database.ts', ...words, ...more], {
    interrupted,
    env: ownerUrl ? { DATABASE_URL: ownerUrl } : {},
  })
}
