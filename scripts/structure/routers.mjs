const INFRASTRUCTURE = ['src/server/api/root', 'src/server/api/trpc']
const MAY = /^(src\/contract\/|src\/server\/domain\/|src\/server\/api\/|zod$)/

/** A router is one line per procedure: it imports the contract and the workshop, and calls only what authorises. */
export function checkRouters(files) {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]))
  return files.flatMap((file) => {
    if (!isRouter(file)) return []
    return file.imports.flatMap((used) => {
      const finding = (message) => [{ file: file.path, line: used.line, message }]
      if (!MAY.test(used.from)) {
        return used.isType ? [] : finding(`a router imports only the contract and the domain, not ${used.from}`)
      }
      const verb = byPath.get(used.from)
      if (!used.from.startsWith('src/server/domain/') || used.isType || !verb || authorises(verb, byPath)) return []
      return finding(`${used.from} does not authorise: its first line must be authorize(ctx, '<noun>.<verb>')`)
    })
  })
}

// Or hands over, as its first statement, to a verb that does.
function authorises(verb, byPath) {
  if (/\bauthorize\w*\(/.test(verb.code)) return true
  const [, name] = /\{\s*return (\w+)\(ctx\b/.exec(verb.code) ?? []
  const used = name && verb.imports.find((candidate) => candidate.names.includes(name))
  const next = used && byPath.get(used.from)
  return Boolean(next) && next !== verb && authorises(next, byPath)
}

function isRouter(file) {
  const name = file.path.replace(/\.ts$/, '')
  return (
    /^src\/server\/api\/[a-z-]+\.ts$/.test(file.path) && !INFRASTRUCTURE.includes(name) && /\brouter\(/.test(file.code)
  )
}
