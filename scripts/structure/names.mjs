import { findInCode } from './source-file.mjs'

const FORBIDDEN = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types', 'constants', 'manager', 'shared']
const OURS = /^(src|scripts|e2e|packages)\//

/** Files and folders are named after what is in them, in kebab-case; nothing re-exports what is elsewhere. */
export function checkNames(files) {
  return files.flatMap((file) => {
    if (!OURS.test(file.path)) return []
    return [...checkPath(file.path), ...checkBarrel(file)]
  })
}

function checkPath(path) {
  const words = path.split('/').map((part) => part.replace(/\..*$/, ''))
  const forbidden = words.find((word) => FORBIDDEN.includes(word))
  if (forbidden) return [{ file: path, message: `"${forbidden}" says nothing: name it after the concept it holds` }]
  const name = path.split('/').at(-1)
  if (!/\.[cm]?[jt]sx?$/.test(name) || /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(name)) return []
  return [{ file: path, message: 'write the file name in kebab-case' }]
}

function checkBarrel(file) {
  const isPackageEntry = /^packages\/[^/]+\/src\/index\.ts$/.test(file.path)
  if (/\/index\.[jt]sx?$/.test(file.path) && !isPackageEntry) {
    return [{ file: file.path, message: 'no index files: import from the file that has it' }]
  }
  // A route handler is a file that Next.js reserves: handing over is all it does.
  if (isPackageEntry || /^src\/app\/.*\/route\.ts$/.test(file.path)) return []
  const message = 'no re-exports: import from the file that has it'
  return findInCode(file, /^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\b/gm, () => message)
}
