'use client'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Permission } from '@/contract/permissions'
import { type NavEntry, navigationFor } from '@/features/navigation/navigation'
import { AppLink } from '@/ui/app-link'
import { classNames } from '@/ui/class-names'
import { type ShellCounters, useShellCounters } from './use-shell-counters'

type NavListProps = { permissions: readonly Permission[]; isCollapsed?: boolean; onNavigate?: () => void }

/** The screens of the office that this person may open, with counters of work to do. */
export function NavList({ permissions, isCollapsed = false, onNavigate }: NavListProps) {
  const t = useTranslations('shell')
  const path = usePathname()
  const counters = useShellCounters()
  return (
    <nav aria-label={t('navigation')} className="min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-2">
      {navigationFor(permissions).map((group) => (
        <div key={group.id}>
          {isCollapsed ? (
            <hr className={classNames('mx-1 my-2 border-line', group.id === 'start' && 'hidden')} />
          ) : (
            group.id !== 'start' && (
              <h2 className="px-2 pt-3 pb-1 text-xs font-medium text-ink-3">{t(`groups.${group.id}`)}</h2>
            )
          )}
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.id}>
                <NavLink
                  entry={entry}
                  isCurrent={path === entry.href || (entry.href !== '/' && path.startsWith(`${entry.href}/`))}
                  isCollapsed={isCollapsed}
                  counters={counters}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

type NavLinkProps = {
  entry: NavEntry
  isCurrent: boolean
  isCollapsed: boolean
  counters: ShellCounters
  onNavigate?: () => void
}

function NavLink({ entry, isCurrent, isCollapsed, counters, onNavigate }: NavLinkProps) {
  const t = useTranslations('shell')
  const name = t(`entries.${entry.id}`)
  return (
    <AppLink
      href={entry.href}
      title={isCollapsed ? name : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onNavigate}
      className={classNames(
        'relative flex h-8 items-center gap-2 rounded-control pr-1 pl-2 whitespace-nowrap no-underline hover:no-underline pointer-coarse:h-12',
        isCurrent ? 'bg-selected font-medium text-ink hover:text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
        isCollapsed && 'justify-center px-0',
      )}
    >
      <entry.icon
        aria-hidden
        strokeWidth={1.75}
        className={classNames('size-4 flex-none', isCurrent && 'text-accent')}
      />
      <span className={isCollapsed ? 'sr-only' : '-mr-1 truncate'}>{name}</span>
      {entry.counter && <NavCounter kind={entry.counter} count={counters[entry.counter]} isCollapsed={isCollapsed} />}
    </AppLink>
  )
}

function NavCounter({ kind, count, isCollapsed }: { kind: keyof ShellCounters; count: number; isCollapsed: boolean }) {
  const t = useTranslations('shell.counters')
  if (count === 0) return null
  return (
    <span
      title={t(kind, { count })}
      className={classNames(
        'flex-none rounded-badge text-center text-[11px] font-medium',
        isCollapsed ? 'absolute top-0 right-0 min-w-4 px-0.5 leading-4' : 'ml-auto min-w-5 px-1 leading-[18px]',
        kind === 'late' ? 'bg-danger-bg text-danger-fg' : 'bg-ready-bg text-ready-fg',
      )}
    >
      <span aria-hidden>{count > 99 ? t('overflow') : count}</span>
      <span className="sr-only">{t(kind, { count })}</span>
    </span>
  )
}
