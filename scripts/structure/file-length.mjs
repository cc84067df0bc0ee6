const MOST_LINES = 400
const EXEMPT = /^(src\/server\/db\/tables\/|src\/i18n\/pt-BR\/|src\/server\/(reference|demo)\/.*\.json$)/
const COUNTED = /^(src|scripts|e2e|packages)\/.*\.([cm]?[jt]sx?|css|json)$/

/** Nobody reads a file of more than 400 lines; tables and messages are looked up, not read. */
export function checkFileLength(files) {
  return files.flatMap((file) => {
    const lines = file.text.trimEnd().split('\n').length
    if (!COUNTED.test(file.path) || EXEMPT.test(file.path) || lines <= MOST_LINES) return []
    return [{ file: file.path, message: `${lines} lines; at most ${MOST_LINES}: split it by what its parts are about` }]
  })
}
