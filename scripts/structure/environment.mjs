const README = 'README.md'
// Set by Node.js, Next.js and the build for themselves.
const OF_THE_PLATFORM = new Set(['NODE_ENV', 'NEXT_RUNTIME', 'EMPREITA_BUILD'])

/** README.md names each variable that the server reads, and no other. */
export function checkEnvironment(files) {
  const readme = files.find(({ path }) => path === README)
  if (!readme) return []
  const scripts = files.filter(({ path, isTest }) => !isTest && /^(src|scripts)\/.*\.(ts|tsx|mjs)$/.test(path))
  const unnamed = scripts
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ path, code }) => [...code.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => ({ path, name })))
    .filter(({ name }) => !OF_THE_PLATFORM.has(name) && !readme.text.includes(`\`${name}\``))
  const rows = [...readme.text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([A-Z_]+)`/g)])
  const unread = rows.map(([, name]) => name).filter((name) => !scripts.some(({ code }) => code.includes(name)))
  return [
    ...unnamed.map(({ path, name }) => ({ file: path, message: `${name} is not explained in ${README}` })),
    ...unread.map((name) => ({ file: README, message: `nothing reads ${name}` })),
  ]
}
