import type { TableExpansion } from './table-column'

/** One line of a table: a record, or the place of children that are still loading. */
export type TableLine<Row> = { id: string; row: Row | null; depth: number; isExpanded: boolean; canExpand: boolean }

/** Records and the children of the open ones, in the order in which they are shown. */
export function flattenRows<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  expansion: TableExpansion<Row> | undefined,
  depth = 0,
): TableLine<Row>[] {
  return rows.flatMap((row) => {
    const id = rowId(row)
    const canExpand = depth === 0 && (expansion?.canExpand(row) ?? false)
    const isExpanded = canExpand && (expansion?.expanded.has(id) ?? false)
    const line: TableLine<Row> = { id, row, depth, isExpanded, canExpand }
    if (!isExpanded || !expansion) return [line]
    const children = expansion.childrenOf(row)
    if (!children) return [line, { id: `${id}-loading`, row: null, depth: 1, isExpanded: false, canExpand: false }]
    return [line, ...flattenRows(children, rowId, expansion, depth + 1)]
  })
}
