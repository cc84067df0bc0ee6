'use client'
import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { classNames } from './class-names'

export type Tab = {
  label: string
  href: string
  isCurrent: boolean
  /** `1.284`, `10.000+`, `11/18`. */
  count?: string | number
  tone?: 'danger' | 'ready'
  isNewTab?: boolean
}

export type TabsProps = {
  /** Names the row: "Visões", "Partes da oportunidade". */
  label: string
  tabs: readonly Tab[]
  end?: ReactNode
}

const countTone = { danger: 'font-medium text-danger-tx', ready: 'font-medium text-ready-tx' }

/** Views of a list or parts of a record, as links: they have an address and open in another tab. */
export function Tabs({ label, tabs, end }: TabsProps) {
  return (
    <nav
      ref={showCurrent}
      aria-label={label}
      className="flex h-9 flex-none items-stretch gap-1 overflow-x-auto overflow-y-hidden border-b border-line bg-surface px-2 [scrollbar-width:none] max-phone:h-11"
    >
      {tabs.map((tab) => (
        <AppLink
          key={tab.label}
          href={tab.href}
          isNewTab={tab.isNewTab}
          aria-current={tab.isCurrent ? 'page' : undefined}
          className={classNames(
            'relative inline-flex items-center gap-1.5 px-2 whitespace-nowrap no-underline -outline-offset-2 hover:text-ink hover:no-underline',
            tab.isCurrent
              ? 'font-medium text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:bg-accent'
              : 'text-ink-2',
          )}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className={tab.tone ? countTone[tab.tone] : 'font-normal text-ink-3'}>{tab.count}</span>
          )}
        </AppLink>
      ))}
      {end && <div className="ml-auto flex items-center gap-2 px-2 whitespace-nowrap max-phone:hidden">{end}</div>}
    </nav>
  )
}

// On a phone the row is wider than the screen, and the tab that was opened may stand outside.
function showCurrent(row: HTMLElement | null) {
  const current = row?.querySelector('[aria-current]')?.getBoundingClientRect()
  const frame = row?.getBoundingClientRect()
  if (row && current && frame && current.right > frame.right) row.scrollLeft += current.right - frame.right
}
