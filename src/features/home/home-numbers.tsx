'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countLimit } from '@/contract/listing'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { daysBetween } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import { AppLink } from '@/ui/app-link'
import type { Glyph } from '@/ui/status-glyph'
import { StatusGlyph } from '@/ui/status-glyph'
import { useHome } from './home-data'

/** The four numbers, each a link to the list that it counts. */
export function HomeNumbers() {
  const t = useTranslations('home')
  const format = useFormatter()
  const { today } = useMomentWords()
  const { billing, overdue, unassigned } = useHome()
  const countWord = (count: number) =>
    count > countLimit ? t('more', { count: format.number(countLimit) }) : format.number(count)
  const days = overdue.sums.firstDueOn === null ? 0 : daysBetween(overdue.sums.firstDueOn, today)
  return (
    <ul
      aria-label={t('numbers')}
      className="grid auto-cols-fr grid-flow-col overflow-clip rounded-control border border-line bg-surface max-tablet:grid-flow-row max-tablet:grid-cols-2"
    >
      {billing && <BillableNumber sums={billing.toBill.sums} />}
      <HomeNumber
        href="/tasks?view=overdue"
        tone={overdue.sums.count > 0 ? 'danger' : 'plain'}
        glyph="bang"
        title={t('overdue.title')}
        value={countWord(overdue.sums.count)}
        detail={days > 0 ? t('overdue.oldest', { days }) : t('overdue.none')}
      />
      <HomeNumber
        href="/tasks?view=unassigned"
        tone="plain"
        glyph="open"
        title={t('unassigned.title')}
        value={countWord(unassigned.sums.count)}
        detail={
          unassigned.sums.count > 0 ? t('unassigned.undated', { count: unassigned.sums.undated }) : t('unassigned.none')
        }
      />
      {billing && (
        <HomeNumber
          href="/invoices?view=rejected"
          tone={billing.rejected.sums.count > 0 ? 'danger' : 'plain'}
          glyph="bang"
          title={t('rejected.title')}
          value={countWord(billing.rejected.sums.count)}
          detail={
            billing.rejected.sums.count === 0
              ? t('rejected.none')
              : billing.rejected.sums.totalCents === null
                ? t('rejected.toCorrect')
                : t('rejected.held', { amount: formatCents(billing.rejected.sums.totalCents) })
          }
        />
      )}
    </ul>
  )
}

function BillableNumber({ sums }: { sums: NonNullable<ReturnType<typeof useHome>['billing']>['toBill']['sums'] }) {
  const t = useTranslations('home.toBill')
  const { orders, units, totalCents } = sums
  return (
    <HomeNumber
      href="/invoices"
      tone={orders > 0 ? 'ready' : 'plain'}
      glyph="dot"
      title={t('title')}
      value={totalCents === null ? t('units', { units }) : formatCents(totalCents)}
      detail={
        orders === 0 ? t('none') : totalCents === null ? t('orders', { orders }) : t('unitsInOrders', { units, orders })
      }
    />
  )
}

type HomeNumberProps = {
  href: string
  tone: 'ready' | 'danger' | 'plain'
  glyph: Glyph
  title: string
  value: ReactNode
  detail: string
}

const toneText = { ready: 'text-ready-tx', danger: 'text-danger-tx', plain: '' }

function HomeNumber({ href, tone, glyph, title, value, detail }: HomeNumberProps) {
  return (
    <li className="border-line not-first:border-l max-tablet:nth-3:border-l-0 max-tablet:nth-[n+3]:border-t">
      <AppLink
        href={href}
        className="block h-full px-4 py-3 text-ink no-underline -outline-offset-2 hover:bg-selected hover:text-ink hover:no-underline max-phone:px-3"
      >
        <span
          className={
            tone === 'ready'
              ? 'flex items-center gap-1.5 font-medium text-ready-tx'
              : 'flex items-center gap-1.5 text-ink-2'
          }
        >
          <StatusGlyph glyph={glyph} className={toneText[tone]} />
          {title}
        </span>
        <b className="block text-lg font-bold max-phone:text-base">{value}</b>
        <span className="block text-xs text-ink-3">{detail}</span>
      </AppLink>
    </li>
  )
}
