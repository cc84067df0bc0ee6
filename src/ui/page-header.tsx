import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextLink } from './text-link'

export type PageHeaderProps = {
  title: string
  breadcrumb?: readonly { label: string; href: string }[]
  badge?: ReactNode
  /** Quiet words after the title or before the actions. */
  note?: ReactNode
  actions?: ReactNode
  /** A line under it, where no tabs follow. */
  isRuled?: boolean
}

/** Where one is, what it is called, its state and what can be done with it. Holds the page's h1. */
export function PageHeader({ title, breadcrumb, badge, note, actions, isRuled = false }: PageHeaderProps) {
  const t = useTranslations('kit')
  return (
    <header
      className={`flex min-h-12 flex-none flex-wrap items-center gap-x-3 gap-y-2 bg-surface px-4 py-2 max-phone:min-h-14 ${isRuled ? 'border-b border-line' : ''}`}
    >
      {breadcrumb && breadcrumb.length > 0 && (
        <nav aria-label={t('breadcrumb')} className="flex gap-1 whitespace-nowrap text-ink-3">
          {breadcrumb.map((crumb) => (
            <span key={crumb.href}>
              <TextLink href={crumb.href}>{crumb.label}</TextLink> <span aria-hidden>/</span>
            </span>
          ))}
        </nav>
      )}
      <h1 className="text-base font-bold">{title}</h1>
      {badge}
      {note && <div className="min-w-0 text-ink-3">{note}</div>}
      {actions && (
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2 max-phone:*:px-2">{actions}</div>
      )}
    </header>
  )
}
