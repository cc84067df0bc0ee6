import type { ReactNode } from 'react'
import type { StripUnit, UnitState } from './unit-strip'

/** What the cells of a unit strip mean, with small cells. */
export function UnitLegend({
  entries,
}: {
  entries: readonly { state: UnitState; mark?: StripUnit['mark']; text: ReactNode }[]
}) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {entries.map((entry) => (
        <li key={`${entry.state}-${entry.mark ?? ''}`} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <span aria-hidden className="ui-unit ui-unit-key" data-state={entry.state} data-mark={entry.mark} />
          {entry.text}
        </li>
      ))}
    </ul>
  )
}
