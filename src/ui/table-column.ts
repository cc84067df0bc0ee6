import type { ReactNode } from 'react'

/** Where a cell stands when rows become cards (up to 640 px). */
export type CardRole = 'title' | 'badge' | 'meta' | 'metaEnd' | 'line' | 'lineEnd' | 'extra' | 'extraEnd' | 'hidden'

export type TableColumn<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end' | 'center'
  /** Its header sorts, by this column's id. */
  isSortable?: boolean
  /** Takes the width that is left and cuts what does not fit. */
  isGrow?: boolean
  /** The name of the record: heavier. */
  isStrong?: boolean
  isHeaderHidden?: boolean
  /** Default: `extra`. */
  card?: CardRole
  /** Words before the value on a card: "Total R$". */
  cardLabel?: string
  /** Leaves the cell out of the card of this row (a dash says nothing there). */
  isCardHidden?: (row: Row) => boolean
  /** How many columns this row's cell takes; 0 leaves it out (a cell before it took its place). */
  span?: (row: Row) => number
}

export type TableSort = { id: string; direction: 'asc' | 'desc' }

export type TableSelection = {
  selected: ReadonlySet<string>
  onChange: (selected: ReadonlySet<string>) => void
  /** Phones: checkboxes appear on the cards. */
  isSelecting?: boolean
  /** Rows that are no records, as "Mostrar mais", have no checkbox. */
  canSelect?: (id: string) => boolean
}

export type TableExpansion<Row> = {
  expanded: ReadonlySet<string>
  onChange: (expanded: ReadonlySet<string>) => void
  canExpand: (row: Row) => boolean
  /** The rows below; undefined while they are loading. */
  childrenOf: (row: Row) => readonly Row[] | undefined
}

export type TablePager = {
  /** "1–50 de 1.284" or the words the list wants. */
  range: string
  /** Absent when there is no such page. */
  onPrevious?: () => void
  onNext?: () => void
}
