const ERRORS = 'src/i18n/pt-BR/errors.json'

/** Each code that the server may answer with, and each permission, has its words. */
export function checkMessages(files) {
  const find = (path) => files.find((file) => file.path === path)
  return [...checkErrors(find('src/contract/errors.ts'), find(ERRORS)), ...checkPermissions(find, files)]
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

function checkPermissions(find, files) {
  const contract = find('src/contract/permissions.ts')
  const place = 'src/i18n/pt-BR/permissions.json'
  const words = find(place)
  const isShown = files.some((file) => file.path.startsWith('src/features/') && /permissions\./.test(file.code))
  if (!contract || (!words && !isShown)) return []
  const permissions = new Set([...contract.code.matchAll(/'([a-z]\w*\.[a-z]\w*)'/g)].map(([, name]) => name))
  const known = words ? JSON.parse(words.text) : {}
  return [...permissions].flatMap((name) => {
    const [noun, verb] = name.split('.')
    return known[noun]?.[verb] ? [] : [{ file: place, message: `${name} has no words` }]
  })
}
