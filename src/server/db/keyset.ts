import { asc, desc, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { type Cursor, readCursor, writeCursor } from '@/lib/cursor'

/** How a list is sorted: the columns all go one way and the last one is unique. */
export type KeysetOrder = {
  columns: readonly [AnyPgColumn, ...AnyPgColumn[]]
  isDescending: boolean
  /**
   * For values that must not stand in a URL, such as a search key with a CPF: the tables in which the sort values are looked
   * up by the last column, which alone is then in the cursor.
   */
  lookUpIn?: SQL
}

/** One page and the words that lead to its neighbours; `from` counts the rows before it. */
export type KeysetPage<Row> = {
  rows: Row[]
  from: number
  nextCursor: string | null
  previousCursor: string | null
}

/** The condition and the order by which a statement reads one page; it asks for one row more than it shows. */
export function keysetStatement(order: KeysetOrder, word: string | undefined, limit: number) {
  const { columns, isDescending } = order
  const read = readCursor(word)
  const cursor = read && read.values.length === keyLengthOf(order) ? read : null
  const goesDown = isDescending !== (cursor?.direction === 'before')
  const row = sql.join([...columns], sql`, `)
  const place = cursor && placeOf(order, cursor)
  return {
    order,
    cursor,
    where: place ? (goesDown ? sql`(${row}) < (${place})` : sql`(${row}) > (${place})`) : undefined,
    orderBy: columns.map((column) => (goesDown ? desc(column) : asc(column))),
    limit: limit + 1,
  }
}

/** Cuts the extra row off and makes the neighbours' cursors. `valuesOf` answers the sort values of a row, as `columns` names them. */
export function keysetPage<Row>(
  found: readonly Row[],
  { order, cursor, limit }: { order?: KeysetOrder; cursor: Cursor | null; limit: number },
  valuesOf: (row: Row) => (string | number)[],
): KeysetPage<Row> {
  const shown = limit - 1
  const hasMore = found.length > shown
  const isBackward = cursor?.direction === 'before'
  const rows = found.slice(0, shown)
  if (isBackward) rows.reverse()
  const from = cursor ? (isBackward ? Math.max(0, cursor.from - rows.length) : cursor.from) : 0
  const keyOf = (row: Row) => (order ? valuesOf(row).slice(-keyLengthOf(order)) : valuesOf(row))
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

function keyLengthOf({ columns, lookUpIn }: KeysetOrder): number {
  return lookUpIn ? 1 : columns.length
}

// Without its type a parameter of a row comparison is read as text.
function placeOf(order: KeysetOrder, { values }: Cursor): SQL {
  const { columns, lookUpIn } = order
  const keys = columns.slice(-keyLengthOf(order))
  const given = sql.join(
    values.map((value, index) => sql`${value}::${sql.raw(keys[index]?.getSQLType() ?? 'text')}`),
    sql`, `,
  )
  return lookUpIn
    ? sql`select ${sql.join([...columns], sql`, `)} from ${lookUpIn} where ${sql.join(keys)} = ${given}`
    : given
}
