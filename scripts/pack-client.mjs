import './machine/project-folder.mjs'
import fs from 'node:fs'
import { runCommand, runNode } from './machine/run-command.mjs'

const PACKAGE = 'packages/client'
const COMPILED = `${PACKAGE}/dist/compiled/${PACKAGE}/src`
const CONTRACT = `${PACKAGE}/dist/contract.d.ts`
const OUTPUT = 'dist'

fs.rmSync(`${PACKAGE}/dist`, { recursive: true, force: true })
await runNode(['node_modules/typescript/bin/tsc', '-p', PACKAGE])
for (const file of fs.readdirSync(COMPILED)) {
  // The contract is types alone: its program would reach into the server.
  if (file !== 'contract.js') fs.copyFileSync(`${COMPILED}/${file}`, `${PACKAGE}/dist/${file}`)
}
fs.rmSync(`${PACKAGE}/dist/compiled`, { recursive: true })
fs.writeFileSync(CONTRACT, shortened(selfContained(fs.readFileSync(CONTRACT, 'utf8'))))
await packInto(OUTPUT)

/** A type that the compiler could not resolve would be an import, or silently anything. */
function selfContained(text) {
  const [left] = text.match(/\bimport\b.*|: any\b|\b(Flat|Boxed|Unboxed)</) ?? []
  if (left)
    throw new Error(`${CONTRACT} still says "${left}": each procedure's type must stand without the server's files`)
  return text
}

/** The list of all error codes stands in every action of every row: once will do. */
function shortened(text) {
  const [, codes] = /\brefusal: \{[\s\S]*?\bcode: ([^;]+);/.exec(text) ?? []
  if (!codes) throw new Error(`${CONTRACT} does not say the codes of a refusal`)
  return `export type ErrorCode = ${codes};\n${text.replaceAll(codes, 'ErrorCode')}`
}

async function packInto(folder) {
  fs.mkdirSync(folder, { recursive: true })
  const pack = ['pack', `./${PACKAGE}`, '--pack-destination', folder, '--loglevel', 'error']
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) await runNode([npm, ...pack])
  else await runCommand('npm', pack, { shell: process.platform === 'win32' })
}
