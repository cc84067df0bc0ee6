import { foldAccents } from '@/lib/accent-fold'

const MOST_RESULTS = 20

type Line = { code: string; text: string; detail: string }
type Reading<Entry> = {
  codeOf: (entry: Entry) => string
  textOf: (entry: Entry) => string
  /** One more word by which an entry is found, such as the state. */
  detailOf?: (entry: Entry) => string
}

/** Makes a search over a table of codes and words that never changes: accents do not matter, best matches first, at most 20. */
export function searchReference<Entry>(
  entries: readonly Entry[],
  { codeOf, textOf, detailOf = () => '' }: Reading<Entry>,
): (query: string) => Entry[] {
  const lines = entries.map((entry) => ({
    entry,
    code: codeOf(entry),
    text: foldAccents(textOf(entry)),
    detail: foldAccents(detailOf(entry)),
  }))
  return (query) => {
    const words = foldAccents(query)
      .split(/[\s,/]+/)
      .filter(Boolean)
    return lines
      .filter((line) => words.every((word) => hasWord(line, word)))
      .map((line) => ({ ...line, rank: rankOf(line, words) }))
      .sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1))
      .slice(0, MOST_RESULTS)
      .map(({ entry }) => entry)
  }
}

function hasWord({ code, text, detail }: Line, word: string): boolean {
  const digits = word.replaceAll('.', '')
  return text.includes(word) || detail === word || (/^\d+$/.test(digits) && code.startsWith(digits))
}

// The whole text, then its start, then the start of a word, then anywhere.
function rankOf({ text, detail }: Line, words: readonly string[]): number {
  const phrase = words.filter((word) => word !== detail).join(' ')
  if (text === phrase) return 0
  if (text.startsWith(phrase)) return 1
  return text.includes(` ${phrase}`) ? 2 : 3
}
