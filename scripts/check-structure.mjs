import './machine/project-folder.mjs'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { checkProject } from './structure/check-project.mjs'
import { sourceFile } from './structure/source-file.mjs'

const TEXT = /\.([cm]?[jt]sx?|json|css|sql|md|html|svg|ya?ml)$|(^|\/)(\.ci\/run|\.gitignore|\.nvmrc)$/
const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.next',
  '.data',
  'dist',
  'test-results',
  'playwright-report',
  'coverage',
])

const files = listFiles().filter((file) => TEXT.test(file) && fs.existsSync(file))
const findings = checkProject(files.map((file) => sourceFile(file, fs.readFileSync(file, 'utf8'))))
for (const { file, line, message } of findings) console.error(`${line ? `${file}:${line}` : file}: ${message}`)
console.log(`structure: ${files.length} files, ${findings.length} findings`)
process.exitCode = findings.length > 0 ? 1 : 0

// What git keeps or would keep; a copy of the project without git is walked instead.
function listFiles() {
  const git = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (git.status === 0) return git.stdout.split('\n').filter(Boolean)
  return fs
    .readdirSync('.', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/^\.\//, ''))
    .filter((file) => !file.split('/').some((part) => SKIPPED.has(part)))
}
