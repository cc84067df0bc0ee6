import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Sums: labels at the left, values at the right edge. */
export function KeyValueList({ children }: { children: ReactNode }) {
  return <dl className="space-y-1">{children}</dl>
}

export type KeyValueRowProps = {
  label: ReactNode
  value: ReactNode
  /** The last, heavier line. */
  isTotal?: boolean
  /** A line above it. */
  isRuled?: boolean
}

/** One line of a KeyValueList. */
export function KeyValueRow({ label, value, isTotal = false, isRuled = false }: KeyValueRowProps) {
  return (
    <div
      className={classNames(
        'flex items-baseline gap-6',
        isRuled && 'mt-2 border-t border-line pt-2',
        isTotal && 'text-sm font-bold',
      )}
    >
      <dt className={isTotal ? '' : 'text-ink-2'}>{label}</dt>
      <dd className="ml-auto text-right whitespace-nowrap">{value}</dd>
    </div>
  )
}
