import './machine/project-folder.mjs'
import fs from 'node:fs'
import { borrowOwnDatabase } from './database/own-database.mjs'
import { installDependencies } from './machine/install-dependencies.mjs'
import { interruption } from './machine/interruption.mjs'
import { requireNode } from './machine/require-node.mjs'
import { runNode } from './machine/run-command.mjs'

requireNode()
const interrupted = interruption()
let ownDatabase
let code = 1
try {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  await installDependencies(interrupted)
  if (!process.env.DATABASE_URL) ownDatabase = await borrowOwnDatabase()
  await runNode(['--import', 'tsx', 'scripts/demo-database.ts', ...process.argv.slice(2)], {
    interrupted,
    env: { DATABASE_URL: ownDatabase?.url ?? process.env.DATABASE_URL },
  })
  code = 0
} catch (error) {
  if (!error.isChildFailure && !interrupted.aborted) console.error(error.message)
} finally {
  await ownDatabase?.stop()
}
process.exit(code)
