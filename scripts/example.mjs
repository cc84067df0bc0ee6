import './machine/project-folder.mjs'
import fs from 'node:fs'
import path from 'node:path'
import { runCommand, runNode } from './machine/run-command.mjs'

const EXAMPLE = 'examples/internal-tool'
const INSTALLED = `${EXAMPLE}/node_modules/@empreita/client`

try {
  await runNode(['scripts/pack-client.mjs'])
  await installTarball()
  await runNode(['node_modules/typescript/bin/tsc', '-p', EXAMPLE])
  const token = process.env.EMPREITA_TOKEN || (await tokenOfDemonstration())
  await runNode(['--import', 'tsx', `${EXAMPLE}/src/bill-what-is-done.ts`], {
    env: { EMPREITA_TOKEN: token, TSX_TSCONFIG_PATH: path.resolve(EXAMPLE, 'tsconfig.json') },
  })
} catch (error) {
  if (!error.isChildFailure) console.error(error.message)
  process.exitCode = 1
}

// What npm does with the file, without asking a registry for what already stands in this repository.
async function installTarball() {
  const { version } = JSON.parse(fs.readFileSync('packages/client/package.json', 'utf8'))
  fs.rmSync(INSTALLED, { recursive: true, force: true })
  fs.mkdirSync(INSTALLED, { recursive: true })
  await runCommand('tar', ['-xzf', `dist/empreita-client-${version}.tgz`, '-C', INSTALLED, '--strip-components=1'])
}

async function tokenOfDemonstration() {
  let token
  await runNode(['--import', 'tsx', 'scripts/example-token.ts'], { onMessage: (message) => (token = message.token) })
  return token
}
