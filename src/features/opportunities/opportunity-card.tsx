'use client'
import { useTranslations } from 'next-intl'
import { formatDayMonth } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import { BoardTitle } from '@/ui/board-card'
import { Flag } from '@/ui/flag'
import { Menu, type MenuEntry } from '@/ui/menu'
import { ProgressBar } from '@/ui/progress-bar'
import { TextLink } from '@/ui/text-link'
import type { BoardOpportunity } from './use-board'

/** A card of the board: whose it is, what it is worth, how far its work is, what can be billed. */
export function OpportunityCard({ card, entries }: { card: BoardOpportunity; entries: readonly MenuEntry[] }) {
  const t = useTranslations('opportunities')
  const code = t('code', { number: `${card.number}` })
  return (
    <>
      <div className="flex items-start gap-1">
        <BoardTitle href={`/opportunities/${card.number}`} title={card.title}>
          {card.customerName}
        </BoardTitle>
        <Menu label={t('board.menu', { code })} entries={entries} />
      </div>
      <p className="truncate pr-1.5 text-xs text-ink-3">
        {code}
        {card.orderNumber !== null && (
          <>
            {' · '}
            <TextLink
              href={`/sales-orders/${card.orderNumber}`}
              className="underline"
              aria-label={t('board.order', { number: `${card.orderNumber}` })}
            >
              {card.orderNumber}
            </TextLink>
          </>
        )}
        {card.projectName && ` · ${card.projectName}`}
      </p>
      <div className="mt-0.5 flex items-center justify-between gap-2 pr-1.5 text-xs">
        <b>{card.valueCents !== null && formatCents(card.valueCents)}</b>
        <Work card={card} />
      </div>
      {card.unitsBillable > 0 && (
        <Flag tone="ready" glyph="dot" isSmall>
          {t('board.billable', { units: card.unitsBillable })}
        </Flag>
      )}
    </>
  )
}

function Work({ card }: { card: BoardOpportunity }) {
  const t = useTranslations('opportunities')
  if (card.tasksGenerated > 0) return <ProgressBar done={card.tasksConcluded} total={card.tasksGenerated} />
  if (card.expectedCloseOn !== null)
    return <span className="text-ink-3">{t('board.expected', { day: formatDayMonth(card.expectedCloseOn) })}</span>
  return <span className="text-ink-3">{t('noOrder')}</span>
}
