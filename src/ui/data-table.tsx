'use client'
import { type RowSelectionState, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import { Button } from './button'
import { EmptyState } from './empty-state'
import { ErrorBand } from './error-band'
import type { MenuEntry } from './menu'
import { useShortcut } from './shortcut-provider'
import type { TableColumn, TableExpansion, TablePager, TableSelection, TableSort } from './table-column'
import { TableFooter } from './table-footer'
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import { flattenRows } from './table-rows'
import { useDensity } from './use-density'

export type DataTableProps<Row> = {
  /** Says what the table shows and in which order; only screen readers see it. */
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Names the row in labels: "pedido 10497". */
  rowName: (row: Row) => string
  /** The ⋯ menu of a row. */
  rowActions?: (row: Row) => readonly MenuEntry[]
  /** Enter on a row. */
  onOpen?: (row: Row) => void
  /** S on a row: its status. */
  onStatus?: (row: Row) => void
  /** The row whose panel is open. */
  currentId?: string
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  selection?: TableSelection
  expansion?: TableExpansion<Row>
  footer?: ReactNode
  pager?: TablePager
  /** Old rows stay, dimmed. */
  isUpdating?: boolean
  error?: unknown
  onRetry?: () => void
  /** First use: sentence and action. */
  empty?: { title: string; hint?: ReactNode; action?: ReactNode }
  /** Empty because of filters: offers to clear them. */
  onClearFilters?: () => void
  /** J, K, Space and Enter; only the main table of a page. */
  hasShortcuts?: boolean
  /** A table inside a section does not scroll by itself. */
  isInline?: boolean
}

const features = tableFeatures({ rowSelectionFeature })

/** A native table that knows no noun: sorts and pages by asking, selects by id, becomes cards on phones. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  'use no memo'
  const { caption, columns, rows, rowId, selection, expansion, isUpdating, isInline } = props
  const t = useTranslations('kit.table')
  const [density] = useDensity()
  const body = useRef<HTMLTableSectionElement>(null)
  const lines = flattenRows(rows, rowId, expansion)
  const table = useTable({
    features,
    columns: [],
    data: lines,
    getRowId: (line) => line.id,
    state: { rowSelection: Object.fromEntries([...(selection?.selected ?? [])].map((id) => [id, true])) },
    onRowSelectionChange: (updater) => {
      const before: RowSelectionState = table.state.rowSelection
      const after = typeof updater === 'function' ? updater(before) : updater
      selection?.onChange(new Set(Object.keys(after).filter((id) => after[id])))
    },
  })
  useRowKeys(body, {
    isEnabled: props.hasShortcuts ?? !isInline,
    hasSelection: selection !== undefined,
    opens: props.onOpen !== undefined,
    onStatus:
      props.onStatus &&
      ((id) => {
        const row = lines.find((line) => line.id === id)?.row
        if (row !== null && row !== undefined) props.onStatus?.(row)
      }),
  })
  const width = columns.length + (selection ? 1 : 0) + (props.rowActions ? 1 : 0)
  return (
    <div className={isInline ? 'min-w-0' : 'flex min-h-0 min-w-0 flex-1 flex-col'}>
      {props.error !== undefined && props.error !== null && (
        <ErrorBand error={props.error} onRetry={props.onRetry ?? (() => undefined)} isPending={isUpdating} />
      )}
      <section
        aria-label={caption}
        tabIndex={isInline ? undefined : 0}
        className={isInline ? 'overflow-x-auto' : 'min-h-0 flex-1 overflow-auto bg-surface -outline-offset-2'}
      >
        <table
          className="ui-table"
          data-density={density}
          data-selecting={selection?.isSelecting || undefined}
          data-updating={isUpdating || undefined}
        >
          <caption>{caption}</caption>
          <TableHead {...props} table={table} />
          <tbody ref={body} aria-busy={isUpdating || undefined}>
            {table.getRowModel().rows.map((row) => (
              <TableRow
                key={row.id}
                {...props}
                line={row.original}
                isSelected={row.getIsSelected()}
                onToggle={row.getToggleSelectedHandler()}
                onKeyDown={(event) => onRowKey(event, () => row.toggleSelected(), openOf(props, row.original.row))}
              />
            ))}
            {rows.length === 0 && (
              <tr className="ui-table-empty">
                <td colSpan={width}>
                  <Nothing {...props} />
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      <p role="status" className="sr-only">
        {isUpdating ? t('updating') : ''}
      </p>
      {(props.footer || props.pager) && <TableFooter pager={props.pager}>{props.footer}</TableFooter>}
    </div>
  )
}

function openOf<Row>(props: DataTableProps<Row>, row: Row | null): (() => void) | undefined {
  const { onOpen } = props
  return onOpen && row !== null ? () => onOpen(row) : undefined
}

function Nothing<Row>({ empty, onClearFilters }: DataTableProps<Row>) {
  const t = useTranslations('kit')
  if (!onClearFilters) return <EmptyState title={empty?.title ?? t('table.emptyFilter')} {...empty} />
  return (
    <EmptyState
      title={t('table.emptyFilter')}
      hint={t('table.emptyFilterHint')}
      action={<Button onClick={onClearFilters}>{t('filter.clearAll')}</Button>}
    />
  )
}

function onRowKey(event: KeyboardEvent<HTMLTableRowElement>, toggle: () => void, open: (() => void) | undefined) {
  if (event.target !== event.currentTarget) return
  if (event.key === ' ') toggle()
  else if (event.key === 'Enter' && open) open()
  else return
  event.preventDefault()
}

type RowKeys = {
  isEnabled: boolean
  hasSelection: boolean
  opens: boolean
  onStatus?: (rowId: string) => void
}

/** J and K walk through the rows from wherever the focus is; on a row Space, Enter and S act on it. */
function useRowKeys(
  body: RefObject<HTMLTableSectionElement | null>,
  { isEnabled, hasSelection, opens, onStatus }: RowKeys,
) {
  const t = useTranslations('kit.shortcuts')
  const group = t('rows')
  const rowsOf = () => [...(body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-row]') ?? [])]
  function walk(step: 1 | -1) {
    const rows = rowsOf()
    const here = rows.findIndex((row) => row.contains(document.activeElement))
    const next = here === -1 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, here + step))]
    // The row in hand stays in the tab order, so that a window opened from it can give the focus back.
    for (const row of rows) row.tabIndex = row === next ? 0 : -1
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  function showStatus() {
    const id = rowsOf().find((row) => row.contains(document.activeElement))?.dataset.row
    if (id !== undefined) onStatus?.(id)
  }
  useShortcut('j', () => walk(1), { label: t('nextRow'), group, isEnabled })
  useShortcut('k', () => walk(-1), { label: t('previousRow'), group, isEnabled })
  useShortcut('space', null, { label: t('toggleRow'), group, isEnabled: isEnabled && hasSelection })
  useShortcut('enter', null, { label: t('openRow'), group, isEnabled: isEnabled && opens })
  useShortcut('s', showStatus, { label: t('statusOfRow'), group, isEnabled: isEnabled && onStatus !== undefined })
}
