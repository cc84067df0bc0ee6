import path from 'node:path'

/**
 * @typedef {{ from: string, names: string[], isType: boolean, line: number }} Import `from` is a path in the project
 *   without its ending, or the name of a package
 * @typedef {{ path: string, text: string, code: string, imports: Import[], isTest: boolean }} SourceFile `code` is the
 *   text without comments, line for line
 * @typedef {{ file: string, line?: number, message: string }} Finding
 */

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s+)?([^'"`;()]*?)\s*from\s*['"]([^'"]+)['"]/gm
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** @param {string} file its path in the project @param {string} text @returns {SourceFile} */
export function sourceFile(file, text) {
  const isScript = /\.[cm]?[jt]sx?$/.test(file)
  const code = isScript ? withoutComments(text) : text
  return {
    path: file,
    text,
    code,
    imports: isScript ? importsOf(file, code) : [],
    isTest: /\.test\.tsx?$/.test(file) || file.startsWith('e2e/') || file.startsWith('src/server/testing/'),
  }
}

/** @param {string} code @param {number} index @returns {number} the line, counted from 1 */
export function lineAt(code, index) {
  return code.slice(0, index).split('\n').length
}

/**
 * @param {SourceFile} file
 * @param {RegExp} pattern with the flag g
 * @param {(match: RegExpMatchArray) => string | undefined} messageOf undefined: no finding
 * @returns {Finding[]}
 */
export function findInCode(file, pattern, messageOf) {
  return [...file.code.matchAll(pattern)].flatMap((match) => {
    const message = messageOf(match)
    return message ? [{ file: file.path, line: lineAt(file.code, match.index), message }] : []
  })
}

function importsOf(file, code) {
  const named = [...code.matchAll(STATEMENT)].map((match) => {
    const [statement, type, clause, from] = match
    const given = clause.split(/[{},]/).flatMap((name) => name.trim() || [])
    const isType = Boolean(type) || (given.length > 0 && given.every((name) => name.startsWith('type ')))
    const line = lineAt(code, match.index + statement.search(/\S/))
    return { from: resolve(file, from), names: given.map(nameOf), isType, line }
  })
  const bare = [...code.matchAll(BARE)].map((match) => ({
    from: resolve(file, match[1] ?? match[2]),
    names: [],
    isType: false,
    line: lineAt(code, match.index),
  }))
  return [...named, ...bare]
}

// `a as b` is called b here.
function nameOf(clause) {
  return clause.replace(/^type\s+/, '').replace(/^.*\sas\s+/, '')
}

function resolve(file, from) {
  const place = from.startsWith('@/') ? `src/${from.slice(2)}` : from
  const inProject = place.startsWith('.') ? path.posix.join(path.posix.dirname(file), place) : place
  return inProject.replace(/\.[cm]?[jt]sx?$/, '')
}

function withoutComments(text) {
  const blank = (comment) => comment.replace(/[^\n]/g, ' ')
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[\s;{}(,])\/\/[^\n]*/g, (comment) => blank(comment))
}
