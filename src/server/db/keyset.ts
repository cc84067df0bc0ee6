import { asc, desc, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { type Cursor, readCursor, writeCursor } from '@/lib/cursor'

/** How a list is sorted: the columns all go one way and the last one is unique. */
export type KeysetOrder = { columns: readonly [AnyPgColumn, ...AnyPgColumn[]]; isDescending: boolean }

/** One page and the words that lead to its neighbours; `from` counts the rows before it. */
export type KeysetPage<Row> = {
  rows: Row[]
  from: number
  nextCursor: string | null
  previousCursor: string | null
}

/** The condition and the order by which a statement reads one page; it asks for one row more than it shows. */
export function keysetStatement({ columns, isDescending }: KeysetOrder, word: string | undefined, limit: number) {
  const read = readCursor(word)
  const cursor = read && read.values.length === columns.length ? read : null
  const goesDown = isDescending !== (cursor?.direction === 'before')
  const row = sql.join([...columns], sql`, `)
  const values = cursor && sql.join(cursor.values.map(asColumn(columns)), sql`, `)
  return {
    cursor,
    where: values ? (goesDown ? sql`(${row}) < (${values})` : sql`(${row}) > (${values})`) : undefined,
    orderBy: columns.map((column) => (goesDown ? desc(column) : asc(column))),
    limit: limit + 1,
  }
}

/** Cuts the extra row off and makes the neighbours' cursors. `keyOf` answers the sort values of a row, as `columns` names them. */
export function keysetPage<Row>(
  found: readonly Row[],
  { cursor, limit }: { cursor: Cursor | null; limit: number },
  keyOf: (row: Row) => (string | number)[],
): KeysetPage<Row> {
  const shown = limit - 1
  const hasMore = found.length > shown
  const isBackward = cursor?.direction === 'before'
  const rows = found.slice(0, shown)
  if (isBackward) rows.reverse()
  const from = cursor ? (isBackward ? Math.max(0, cursor.from - rows.length) : cursor.from) : 0
  const [first, last] = [rows[0], rows.at(-1)]
  const hasNext = isBackward || hasMore
  const hasPrevious = isBackward ? hasMore : cursor !== null
  return {
    rows,
    from,
    nextCursor:
      hasNext && last ? writeCursor({ direction: 'after', from: from + rows.length, values: keyOf(last) }) : null,
    previousCursor: hasPrevious && first ? writeCursor({ direction: 'before', from, values: keyOf(first) }) : null,
  }
}

// Without its type a parameter of a row comparison is read as text.
function asColumn(columns: KeysetOrder['columns']) {
  return (value: string | number, index: number): SQL =>
    sql`${value}::${sql.raw(columns[index]?.getSQLType() ?? 'text')}`
}
