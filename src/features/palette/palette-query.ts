import type { SearchKind } from '@/contract/search'

const kindOfPrefix: Readonly<Record<string, SearchKind>> = {
  p: 'salesOrder',
  r: 'quote',
  o: 'opportunity',
  t: 'task',
  c: 'customer',
  n: 'invoice',
}

/** What was typed, read: `n: 3192` asks for notes alone, anything else for all that the words find. */
export function readPaletteQuery(typed: string): { words: string; kind: SearchKind | undefined } {
  const [, letter, rest] = /^\s*([a-z]):(.*)$/i.exec(typed) ?? []
  const kind = kindOfPrefix[letter?.toLowerCase() ?? '']
  return kind ? { kind, words: rest?.trim() ?? '' } : { kind: undefined, words: typed.trim() }
}
