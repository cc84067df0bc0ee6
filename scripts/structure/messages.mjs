const ERRORS = 'src/i18n/pt-BR/errors.json'
const PERMISSIONS = 'src/i18n/pt-BR/permissions.json'

/** Each code that the server may answer with, and each permission, has its words; and what is counted is counted as people do. */
export function checkMessages(files) {
  const find = (path) => files.find((file) => file.path === path)
  return [
    ...checkErrors(find('src/contract/errors.ts'), find(ERRORS)),
    ...checkPermissions(find('src/contract/permissions.ts'), find(PERMISSIONS)),
    ...files.filter(({ path }) => path.startsWith('src/i18n/')).flatMap(checkPlurals),
  ]
}

// CLDR counts 0 as "one" in Portuguese, and "1 pedido" stood under an empty list.
function checkPlurals({ path, text }) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      /\bone \{/.test(line) ? [{ file: path, line: index + 1, message: 'write "=1 {": "one" is also said of 0' }] : [],
    )
}

function checkErrors(contract, words) {
  if (!contract) return []
  const block = /export const errorCodes = \{([\s\S]*?)\n\}/.exec(contract.code)?.[1] ?? ''
  const codes = [...block.matchAll(/^\s*([A-Z][A-Z0-9_]+):/gm)].map(([, code]) => code)
  const known = words ? Object.keys(JSON.parse(words.text)) : []
  const missing = codes.filter((code) => !known.includes(code))
  const needless = known.filter((code) => /^[A-Z0-9_]+$/.test(code) && !codes.includes(code))
  return [
    ...missing.map((code) => ({ file: ERRORS, message: `${code} has no words` })),
    ...needless.map((code) => ({ file: ERRORS, message: `${code} is no error of ours` })),
  ]
}

function checkPermissions(contract, words) {
  if (!contract) return []
  const permissions = new Set([...contract.code.matchAll(/'([a-z]\w*\.[a-z]\w*)'/g)].map(([, name]) => name))
  const known = words ? JSON.parse(words.text) : {}
  return [...permissions].flatMap((name) => {
    const [noun, verb] = name.split('.')
    return known[noun]?.[verb] ? [] : [{ file: PERMISSIONS, message: `${name} has no words` }]
  })
}
