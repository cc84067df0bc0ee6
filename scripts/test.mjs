import './machine/project-folder.mjs'
import { installDependencies } from './machine/install-dependencies.mjs'
import { interruption } from './machine/interruption.mjs'
import { requireNode } from './machine/require-node.mjs'
import { runNode } from './machine/run-command.mjs'

const CHECKS = {
  types: [
    ['node_modules/next/dist/bin/next', 'typegen'],
    ['node_modules/typescript/bin/tsc', '--noEmit'],
  ],
  lint: [
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
    ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  ],
  structure: [['scripts/check-structure.mjs'], ['node_modules/knip/bin/knip.js', '--no-progress']],
}
const ON_DATABASE = ['db', 'race', 'door']
const PARTS = [...Object.keys(CHECKS), 'unit', ...ON_DATABASE, 'e2e']
const NEEDS_NOTHING = [...Object.keys(CHECKS), 'unit']

requireNode()
const interrupted = interruption()
const { chosen, args } = readArguments(process.argv.slice(2))
await installDependencies(interrupted)
const { testFolder } = await import('./database/test-folder.mjs')
const { testServer } = await import('./testing/test-server.mjs')
const folder = await testFolder()
const server = testServer()
const results = []
try {
  for (const part of chosen) if (!interrupted.aborted) results.push(await measure(part))
} finally {
  await server.stop()
  folder.remove()
}
process.exit(report())

/** Part names come first (`check` stands for those without a database); what follows goes to the test runner. */
function readArguments(given) {
  const isPart = (word) => PARTS.includes(word) || word === 'check'
  const end = given.findIndex((word) => !isPart(word))
  const words = end < 0 ? given : given.slice(0, end)
  const names = new Set(words.flatMap((word) => (word === 'check' ? NEEDS_NOTHING : [word])))
  return {
    chosen: PARTS.filter((part) => names.size === 0 || names.has(part)),
    args: end < 0 ? [] : given.slice(end).filter((word) => word !== '--'),
  }
}

async function measure(part) {
  console.log(`\n── ${part}`)
  const start = performance.now()
  let counts
  try {
    counts = await run(part)
  } catch (error) {
    if (!error.isChildFailure) console.error(error.message)
    counts = { passed: 0, failed: 1 }
  }
  return { part, ...counts, seconds: (performance.now() - start) / 1000 }
}

async function run(part) {
  if (part in CHECKS) {
    for (const command of CHECKS[part]) await runNode(command, { interrupted })
    return { passed: 1, failed: 0 }
  }
  if (part === 'e2e') {
    const { runJourneys } = await import('./testing/run-journeys.mjs')
    return runJourneys({ args, adminUrl: await server.url(), folder: folder.path, interrupted })
  }
  const { runVitest } = await import('./testing/run-vitest.mjs')
  const env = ON_DATABASE.includes(part) ? { TEST_DATABASE_URL: await server.url() } : {}
  return runVitest(part, { args, folder: folder.path, env, interrupted })
}

/** @returns {number} the exit code */
function report() {
  console.log('\npart        passed  failed   seconds')
  for (const { part, passed, failed, seconds } of results) {
    const counts = `${String(passed).padStart(6)}  ${String(failed).padStart(6)}`
    console.log(`${part.padEnd(10)}  ${counts}  ${seconds.toFixed(1).padStart(8)}`)
  }
  if (interrupted.aborted) console.log('interrupted')
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return interrupted.aborted || sum('failed') > 0 || results.length === 0 ? 1 : 0
}
