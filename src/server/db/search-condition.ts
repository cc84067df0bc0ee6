import { and, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

const MOST_WORDS = 8

/**
 * True for rows whose search key holds every word of the query, whatever its accents; undefined for an empty query.
 * A document may be typed with its mask: `12.345.678/0001-95` also finds `12345678000195`.
 */
export function matchesSearch(searchKey: AnyPgColumn, query: string): SQL | undefined {
  const words = query.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  return and(...words.map((word) => matchesWord(searchKey, word)))
}

function matchesWord(searchKey: AnyPgColumn, word: string): SQL {
  const bare = word.replace(/[./-]/g, '')
  const isMasked = bare !== word && bare !== '' && /\d/.test(bare)
  return isMasked
    ? sql`(${searchKey} like ${patternOf(word)} or ${searchKey} like ${patternOf(bare)})`
    : sql`${searchKey} like ${patternOf(word)}`
}

// The sub-select makes the pattern once per statement instead of once per row.
function patternOf(word: string): SQL {
  const literal = word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return sql`(select '%' || search_text(${literal}) || '%')`
}
