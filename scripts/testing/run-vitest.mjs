import fs from 'node:fs'
import path from 'node:path'
import { runNode } from '../machine/run-command.mjs'

/**
 * Runs one kind of test.
 * @param {string} project a project of vitest.config.ts
 * @param {{ args: string[], folder: string, env: Record<string, string>, interrupted: AbortSignal }} run
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest(project, { args, folder, env, interrupted }) {
  const report = path.join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...args]
  const isGood = await runNode(command, { interrupted, env }).then(
    () => true,
    () => false,
  )
  const { numPassedTests = 0, numFailedTests = 0 } = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8'))
    : {}
  // A file that cannot be loaded, or an error outside a test, fails the run without failing a test.
  return { passed: numPassedTests, failed: isGood ? 0 : Math.max(1, numFailedTests) }
}
