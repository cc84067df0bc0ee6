import { findInCode } from './source-file.mjs'

const DRIVERS = /^(postgres|pg)$|^drizzle-orm\/(postgres-js|node-postgres)/
const MAY_CONNECT = /^(src\/server\/(db|jobs|testing)\/|scripts\/|e2e\/fixtures\/)/
const MAY_SAY_BEGIN = /^(src\/server\/db\/|src\/server\/testing\/|scripts\/)/

const RAW = [
  [
    /['"`;]\s*(begin|commit|rollback|start\s+transaction|savepoint)\b(?=\s*['"`;]|\s+(transaction|read|isolation|to)\b)/gi,
    'the door opens and ends transactions',
  ],
  [
    /\bset_config\((?:[^()]|\([^()]*\))*,\s*false\s*\)/gi,
    'a setting that outlives its transaction reaches the next company: only set_config(…, true)',
  ],
  [
    /['"`;]\s*set\s+(?!local\b|transaction\b)(session\s+)?(role|session|[a-z_.]+\s*(=|to)\b)/gi,
    'a setting that outlives its transaction reaches the next company: only SET LOCAL',
  ],
  [/\b(?:db|tx|ctx\.tx|sql)\.transaction\(/g, 'the door opens transactions; a savepoint is its own method'],
  [/\bsql\.(begin|reserve)\(/g, 'a lost connection inside it ends the process: use the door'],
]

/** There is one way to the database, and it alone begins and ends transactions. */
export function checkDatabaseAccess(files) {
  return files.flatMap((file) => {
    if (!/^(src|scripts|e2e|packages)\//.test(file.path)) return []
    return [...checkDrivers(file), ...checkStatements(file)]
  })
}

function checkDrivers(file) {
  if (MAY_CONNECT.test(file.path) || (file.isTest && file.path.startsWith('src/'))) return []
  return file.imports.flatMap((used) => {
    if (!DRIVERS.test(used.from) || used.isType) return []
    return [
      { file: file.path, line: used.line, message: `${used.from} is used behind the door of src/server/db alone` },
    ]
  })
}

function checkStatements(file) {
  if (MAY_SAY_BEGIN.test(file.path) || file.isTest) return []
  return RAW.flatMap(([pattern, message]) => findInCode(file, pattern, () => message))
}
