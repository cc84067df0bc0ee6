'use client'
import { CalendarCheck, CalendarDays } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { goTo, usePlace } from './place'

const tabs = [
  { screen: 'today', icon: CalendarCheck },
  { screen: 'agenda', icon: CalendarDays },
] as const

/** The tabs under the thumb. */
export function TabBar() {
  const t = useTranslations('field.tabs')
  const place = usePlace()
  return (
    <nav className="tabs" aria-label={t('label')}>
      {tabs.map(({ screen, icon: Icon }) => (
        <button
          key={screen}
          className="tab"
          type="button"
          aria-current={place.screen === screen ? 'page' : undefined}
          onClick={() => goTo({ screen, taskId: null, sheet: null, week: null })}
        >
          <Icon aria-hidden className="i" />
          <span>{t(screen)}</span>
        </button>
      ))}
    </nav>
  )
}
