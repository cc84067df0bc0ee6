import { lineAt } from './source-file.mjs'

const WORDS = [
  [/(^|[\s'"`(=])\/(home|root|Users|work|mnt)\/[\w.-]+/gm, 'a path of one machine'],
  [/\b(TODO|FIXME|XXX|HACK)\b/g, 'do it, or open an issue'],
  [
    /(biome-ignore|oxlint-disable|eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error)/g,
    'a rule is kept or changed, not switched off',
  ],
]
// This folder has to name what it looks for.
const EXEMPT = /^(scripts\/structure\/|package-lock\.json$|drizzle\/meta\/|.*\.(svg|ico|png|woff2?)$)/

/** The repository speaks of the product alone, and leaves nothing undone or switched off. */
export function checkForeignWords(files) {
  return files.flatMap((file) => {
    if (EXEMPT.test(file.path)) return []
    return WORDS.flatMap(([pattern, reason]) =>
      [...file.text.matchAll(pattern)].map((match) => ({
        file: file.path,
        line: lineAt(file.text, match.index + match[0].search(/\S/)),
        message: `"${match[0].trim()}": ${reason}`,
      })),
    )
  })
}
