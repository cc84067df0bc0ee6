'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Checkbox } from './checkbox'
import type { TableColumn, TableSelection, TableSort } from './table-column'

type TableHeadProps<Row> = {
  columns: readonly TableColumn<Row>[]
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  selection?: TableSelection
  rowActions?: unknown
  table: {
    getIsAllRowsSelected: () => boolean
    getIsSomeRowsSelected: () => boolean
    toggleAllRowsSelected: (value?: boolean) => void
  }
}

/** Names of the columns, their order and the checkbox of the page. */
export function TableHead<Row>({ columns, sort, onSort, selection, rowActions, table }: TableHeadProps<Row>) {
  'use no memo'
  const t = useTranslations('kit')
  const isAll = table.getIsAllRowsSelected()
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className="ui-table-check">
            <Checkbox
              label={t('table.selectPage')}
              isLabelHidden
              value={isAll}
              isMixed={!isAll && table.getIsSomeRowsSelected()}
              onChange={() => table.toggleAllRowsSelected(!isAll)}
            />
          </th>
        )}
        {columns.map((column) => (
          <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
        {Boolean(rowActions) && (
          <th scope="col" className="ui-table-more">
            <span className="sr-only">{t('actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

type ColumnHeadProps<Row> = { column: TableColumn<Row>; sort?: TableSort; onSort?: (sort: TableSort) => void }

function ColumnHead<Row>({ column, sort, onSort }: ColumnHeadProps<Row>) {
  const direction = sort?.id === column.id ? sort.direction : undefined
  const name = column.isHeaderHidden ? <span className="sr-only">{column.header}</span> : column.header
  const Arrow = direction === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      data-align={column.align}
      data-grow={column.isGrow || undefined}
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className={`inline-flex items-center gap-1 rounded-badge font-medium ${direction ? 'text-ink' : ''}`}
          onClick={() => onSort({ id: column.id, direction: direction === 'asc' ? 'desc' : 'asc' })}
        >
          {name}
          {direction && <Arrow aria-hidden className="size-3" />}
        </button>
      ) : (
        name
      )}
    </th>
  )
}
