'use client'
import { useTranslations } from 'next-intl'
import { formatCents } from '@/lib/money'
import type { ToBillPage } from './invoice-list'

/** How much can be billed, by how long its order waits. Nothing for those without values. */
export function AgesToBill({ sums }: { sums: ToBillPage['sums'] }) {
  const t = useTranslations('invoices.ages')
  const { upToWeekCents, upToMonthCents, olderCents } = sums
  if (upToWeekCents === null || upToMonthCents === null || olderCents === null) return null
  const isOld = olderCents > 0
  return (
    <dl aria-label={t('label')} className="flex flex-wrap gap-x-5 text-ink-2 [&>div]:flex [&>div]:gap-1.5">
      <div>
        <dt>{t('upToWeek')}</dt>
        <dd className="font-bold text-ink">{formatCents(upToWeekCents)}</dd>
      </div>
      <div>
        <dt>{t('upToMonth')}</dt>
        <dd className="font-bold text-ink">{formatCents(upToMonthCents)}</dd>
      </div>
      <div className={isOld ? 'text-danger-tx' : undefined}>
        <dt>{t('older')}</dt>
        <dd className={isOld ? 'font-bold' : 'font-bold text-ink'}>{formatCents(olderCents)}</dd>
      </div>
    </dl>
  )
}
