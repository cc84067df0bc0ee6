import type { ReactNode } from 'react'

export const amountCell = 'px-2 py-2 text-right align-top whitespace-nowrap'
export const leftCell = 'px-2 py-2 text-left align-top'

/** The row of an item: on narrow screens a grid whose cells carry their column's name. */
export const itemRow =
  'max-tablet:grid max-tablet:grid-cols-4 max-tablet:gap-x-3 max-tablet:gap-y-2 max-tablet:px-4 max-tablet:pt-3 max-phone:grid-cols-3'

export type FactCellProps = { name: string; className?: string; children?: ReactNode }

/** A number of an item under its column, or beside its column's name where there are no columns. */
export function FactCell({ name, className = '', children }: FactCellProps) {
  return (
    <td className={`${amountCell} max-tablet:p-0 max-tablet:text-left ${className}`}>
      <span className="hidden text-xs text-ink-2 max-tablet:block">{name}</span>
      {children}
    </td>
  )
}
