/** Lower-case without accents, for comparing what people type: `Instalação` → `instalacao`. */
export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export type TextPart = { text: string; isMatch: boolean }

/** Splits `text` where a word of `query` occurs, ignoring accents and case, so that matches can be marked. */
export function splitByMatch(text: string, query: string): TextPart[] {
  const letters = [...text.normalize('NFC')]
  const folded = letters.map((letter) => foldAccents(letter))
  const marks = letters.map(() => false)
  for (const word of foldAccents(query).split(/\s+/).filter(Boolean)) markWord(folded, word, marks)
  const parts: TextPart[] = []
  letters.forEach((letter, index) => {
    const isMatch = marks[index] ?? false
    const last = parts.at(-1)
    if (last && last.isMatch === isMatch) last.text += letter
    else parts.push({ text: letter, isMatch })
  })
  return parts
}

function markWord(folded: string[], word: string, marks: boolean[]) {
  for (let start = 0; start < folded.length; start += 1) {
    let seen = ''
    let end = start
    while (end < folded.length && seen.length < word.length) seen += folded[end++]
    if (seen === word) marks.fill(true, start, end)
  }
}
