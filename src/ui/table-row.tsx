'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEventHandler, ReactNode } from 'react'
import { Menu, type MenuEntry } from './menu'
import type { TableColumn, TableExpansion, TableSelection } from './table-column'
import type { TableLine } from './table-rows'

type TableRowProps<Row> = {
  line: TableLine<Row>
  columns: readonly TableColumn<Row>[]
  rowName: (row: Row) => string
  rowActions?: (row: Row) => readonly MenuEntry[]
  currentId?: string
  selection?: TableSelection
  expansion?: TableExpansion<Row>
  isSelected: boolean
  onToggle: (event: unknown) => void
  onKeyDown: KeyboardEventHandler<HTMLTableRowElement>
}

/** One record, or a child of one. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { line, columns, rowName, rowActions, currentId, selection, expansion, isSelected, onToggle, onKeyDown } = props
  const t = useTranslations('kit')
  const { row } = line
  if (row === null) {
    return (
      <tr>
        <td colSpan={columns.length + (selection ? 1 : 0) + (rowActions ? 1 : 0)} className="text-ink-3">
          {t('table.loading')}
        </td>
      </tr>
    )
  }
  const name = rowName(row)
  const entries = rowActions?.(row) ?? []
  const firstShown = columns.findIndex((column) => (column.span?.(row) ?? 1) > 0)
  return (
    <tr
      data-row={line.id}
      data-depth={line.depth}
      data-selected={isSelected || undefined}
      data-current={line.id === currentId || undefined}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {selection && (
        <td className="ui-table-check">
          {selection.canSelect?.(line.id) !== false && (
            <input
              type="checkbox"
              aria-label={t('table.selectRow', { name })}
              checked={isSelected}
              className="ui-mark"
              onClick={onToggle}
              onChange={() => undefined}
            />
          )}
        </td>
      )}
      {columns.map((column, index) => (
        <Cell key={column.id} column={column} row={row}>
          {index === firstShown && expansion && line.canExpand && (
            <ExpandButton name={name} isExpanded={line.isExpanded} onPress={() => toggle(expansion, line.id)} />
          )}
        </Cell>
      ))}
      {rowActions && (
        <td className="ui-table-more">
          {entries.length > 0 && <Menu label={t('actionsOf', { name })} entries={entries} />}
        </td>
      )}
    </tr>
  )
}

function Cell<Row>({ column, row, children }: { column: TableColumn<Row>; row: Row; children: ReactNode }) {
  const span = column.span?.(row) ?? 1
  if (span === 0) return null
  return (
    <td
      colSpan={span > 1 ? span : undefined}
      data-align={column.align}
      data-grow={column.isGrow || undefined}
      data-strong={column.isStrong || undefined}
      data-card={column.isCardHidden?.(row) ? 'hidden' : (column.card ?? 'extra')}
      data-label={column.cardLabel}
    >
      {children}
      {column.cell(row)}
    </td>
  )
}

function ExpandButton({ name, isExpanded, onPress }: { name: string; isExpanded: boolean; onPress: () => void }) {
  const t = useTranslations('kit.table')
  return (
    <button
      type="button"
      aria-expanded={isExpanded}
      aria-label={isExpanded ? t('collapse', { name }) : t('expand', { name })}
      className="ui-table-expand -ml-1 mr-1 inline-grid size-5 place-items-center rounded-badge align-[-5px] text-ink-2 hover:bg-sunken pointer-coarse:size-11"
      onClick={onPress}
    >
      <ChevronRight aria-hidden className={isExpanded ? 'size-4 rotate-90' : 'size-4'} />
    </button>
  )
}

function toggle<Row>(expansion: TableExpansion<Row>, id: string) {
  const next = new Set(expansion.expanded)
  if (!next.delete(id)) next.add(id)
  expansion.onChange(next)
}
