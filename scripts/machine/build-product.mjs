import fs from 'node:fs'
import { hashFiles, readIfThere } from './file-hash.mjs'
import { runNode } from './run-command.mjs'

const STAMP = '.next/.built-from'
const SOURCES = ['src', 'public', 'package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json']
const isTest = /\.test\.tsx?$/

/**
 * Builds the product for `next start`, unless the build at hand was made from just these sources.
 * @param {{ interrupted: AbortSignal, isForced?: boolean }} options
 */
export async function buildProduct({ interrupted, isForced = false }) {
  const wanted = hashFiles(SOURCES, (file) => !isTest.test(file))
  if (!isForced && readIfThere(STAMP) === wanted) return
  console.log('Building…')
  // A build that is cut off must not pass for the one that stood here before.
  fs.rmSync(STAMP, { force: true })
  await runNode(['node_modules/next/dist/bin/next', 'build'], { interrupted, env: { NODE_ENV: 'production' } })
  fs.writeFileSync(STAMP, wanted)
}
