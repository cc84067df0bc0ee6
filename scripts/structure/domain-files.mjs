import { levelOf, nounIn } from './nouns.mjs'

const NAMED_BY_ROLE = /^(load|rules|[a-z-]+-rules)$/

/** A file of the workshop is called after the one verb or question that it exports, or rules.ts, or load.ts. */
export function checkDomainFiles(files) {
  return files.flatMap((file) => {
    const noun = nounIn(file.path, 'src/server/domain')
    if (!noun) return []
    if (levelOf(noun) < 0) {
      return [
        {
          file: file.path,
          message: `${noun} is no noun of ours: name it in scripts/structure/nouns.mjs, with its tables and place`,
        },
      ]
    }
    if (file.isTest || !file.path.endsWith('.ts')) return []
    const name = file.path.split('/').at(-1).replace(/\.ts$/, '')
    if (NAMED_BY_ROLE.test(name)) return []
    if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
      return [{ file: file.path, message: 'call it <verb>-<noun>.ts, rules.ts or load.ts' }]
    }
    const exported = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
    const declares = new RegExp(`export (async function|function|const|type|class) ${exported}\\b`, 'i')
    return declares.test(file.code)
      ? []
      : [{ file: file.path, message: `it must export ${exported}, after which it is called` }]
  })
}
