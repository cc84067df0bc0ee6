'use client'
import { ChevronLeft, Ellipsis, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { goTo } from './place'
import { toggleSun, useTheme } from './theme'

/** The header of a tab. */
export function TopBar({ title, context }: { title: string; context: ReactNode }) {
  return (
    <header className="top">
      <div className="top__text">
        <h1 tabIndex={-1}>{title}</h1>
        <p>{context}</p>
      </div>
      <Tools />
    </header>
  )
}

/** The header of a screen below a tab: its name stands in the page. */
export function BackBar({ label, onBack, children }: { label: string; onBack: () => void; children?: ReactNode }) {
  return (
    <header className="top top--back">
      <button className="btn btn--bar" type="button" onClick={onBack}>
        <ChevronLeft aria-hidden className="i" />
        {label}
      </button>
      <div className="top__text top__text--end">{children}</div>
      {!children && <Tools />}
    </header>
  )
}

function Tools() {
  const t = useTranslations('field')
  const { shown } = useTheme()
  return (
    <div className="top__tools">
      <button className="btn btn--bar" type="button" aria-pressed={shown === 'sol'} onClick={toggleSun}>
        <Sun aria-hidden className="i" />
        {t('sun')}
      </button>
      <button
        className="btn btn--icon"
        type="button"
        aria-label={t('menu.open')}
        aria-haspopup="dialog"
        onClick={() => goTo({ sheet: 'menu' })}
      >
        <Ellipsis aria-hidden className="i" />
      </button>
    </div>
  )
}
