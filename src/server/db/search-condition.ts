import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

const MOST_WORDS = 8

/** The words of a query that count. */
export function wordsOf(query = ''): string[] {
  return query.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}

/**
 * True for rows whose search key holds every word of the query, whatever its accents; undefined for an empty query.
 * A document may be typed with its mask: `12.345.678/0001-95` also finds `12345678000195`.
 */
export function matchesSearch(searchKey: AnyPgColumn, query: string): SQL | undefined {
  return and(...wordsOf(query).map((word) => matchesWord(searchKey, word)))
}

function matchesWord(searchKey: AnyPgColumn, word: string): SQL {
  const bare = word.replace(/[./-]/g, '')
  const isMasked = bare !== word && bare !== '' && /\d/.test(bare)
  return isMasked ? sql`(${holdsWord(searchKey, word)} or ${holdsWord(searchKey, bare)})` : holdsWord(searchKey, word)
}

/** True where a text as `search_text` gives it holds the word. The sub-select makes the pattern once per statement, not per row. */
export function holdsWord(text: SQLWrapper, word: string): SQL {
  const literal = word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return sql`${text} like (select '%' || search_text(${literal}) || '%')`
}
