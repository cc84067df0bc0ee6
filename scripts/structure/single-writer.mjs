import { otherWriters, tablesOf } from './nouns.mjs'
import { findInCode } from './source-file.mjs'

const BY_BUILDER = /\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g
const BY_SQL =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?(?:\$\{\s*(\w+)\s*\}|"?([a-z_]+)"?)/gi
const DECLARED = /export const (\w+) = (?:pgTable|\w*[tT]able)\(\s*['"](\w+)['"]/g

/** Only a noun's own files insert, update or delete in its tables. */
export function checkSingleWriter(files) {
  const tableOf = declaredTables(files)
  const names = new Set(tableOf.values())
  return files.flatMap((file) => {
    if (!file.path.startsWith('src/') || file.isTest) return []
    // A local variable may share the name of a table: only what was imported from the tables counts.
    const imported = new Set(
      file.imports.flatMap((used) => (used.from.startsWith('src/server/db/tables/') ? used.names : [])),
    )
    const judge = (variable, table) => {
      const name = variable ? imported.has(variable) && tableOf.get(variable) : names.has(table) && table
      return name ? forbidden(file.path, name) : undefined
    }
    return [
      ...findInCode(file, BY_BUILDER, ([, variable]) => judge(variable)),
      ...findInCode(file, BY_SQL, ([, variable, table]) => judge(variable, table?.toLowerCase())),
    ]
  })
}

function declaredTables(files) {
  const tables = files.filter((file) => file.path.startsWith('src/server/db/tables/'))
  return new Map(
    tables.flatMap((file) => [...file.code.matchAll(DECLARED)].map(([, variable, name]) => [variable, name])),
  )
}

function forbidden(path, table) {
  const noun = Object.keys(tablesOf).find((candidate) => tablesOf[candidate].includes(table))
  if (noun && path.startsWith(`src/server/domain/${noun}/`)) return undefined
  if (otherWriters.some(({ place, tables }) => path.startsWith(place) && tables.includes(table))) return undefined
  return noun
    ? `only src/server/domain/${noun} writes ${table}: call its verb`
    : `nobody owns ${table} yet: name its noun in scripts/structure/nouns.mjs`
}
