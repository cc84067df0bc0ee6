/** A place in a list that lies between two pages: the sort values of a row, and how many rows come before the page. */
export type Cursor = { direction: 'after' | 'before'; from: number; values: (string | number)[] }

/** As one opaque word for the URL. */
export function writeCursor({ direction, from, values }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([direction === 'after' ? 1 : 0, from, ...values]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Answers null for a word that is no cursor: such a list starts at its first page. */
export function readCursor(word: string | undefined): Cursor | null {
  if (!word) return null
  try {
    const bytes = Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(parts)) return null
    const [isAfter, from, ...values] = parts
    if (!Number.isSafeInteger(from) || from < 0 || values.length === 0) return null
    if (!values.every((value) => typeof value === 'string' || Number.isSafeInteger(value))) return null
    return { direction: isAfter ? 'after' : 'before', from, values }
  } catch {
    return null
  }
}
