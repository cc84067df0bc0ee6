'use client'
import { useTranslations } from 'next-intl'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { BoardTitle } from '@/ui/board-card'
import { Flag } from '@/ui/flag'
import { Menu, type MenuEntry } from '@/ui/menu'
import { TextLink } from '@/ui/text-link'
import type { TaskCard as Card } from './use-task-board'
import { useTaskPanel } from './use-task-panel'

type TaskCardProps = { card: Card; by: 'day' | 'technician'; entries: readonly MenuEntry[] }

/** A card of the board of tasks: the work, whose it is, how many tasks, and what the columns do not say. */
export function TaskCard({ card, by, entries }: TaskCardProps) {
  const t = useTranslations('tasks')
  const { day, today } = useMomentWords()
  const { hrefOf } = useTaskPanel()
  const [first, ...others] = card.assignees
  const isLate = card.firstDueOn !== null && card.firstDueOn < today
  const place = [card.orderNumber === null ? null : 'order', card.customerName].filter(Boolean)
  return (
    <>
      <div className="flex items-start gap-1">
        <BoardTitle href={hrefOf(card.taskIds[0] ?? card.id)} title={card.subject}>
          {card.subject}
        </BoardTitle>
        <Menu label={t('board.menu', { subject: card.subject })} entries={entries} />
      </div>
      {place.length > 0 && (
        <p className="truncate pr-1.5 text-xs text-ink-3">
          {card.orderNumber !== null && (
            <TextLink href={`/sales-orders/${card.orderNumber}`} className="underline">
              {card.orderNumber}
            </TextLink>
          )}
          {place.length > 1 && ' · '}
          {card.customerName}
        </p>
      )}
      <div className="mt-0.5 flex items-center justify-between gap-2 pr-1.5 text-xs">
        <b>{t('board.tasks', { count: card.count })}</b>
        {by === 'technician' ? (
          card.firstDueOn === null ? (
            <Flag tone="warn">{t('undated')}</Flag>
          ) : (
            <span className={isLate ? 'font-medium text-danger-tx' : 'text-ink-3'}>{day(card.firstDueOn)}</span>
          )
        ) : first ? (
          <span className="truncate text-ink-2">
            {first.name.split(' ')[0]} {others.length > 0 && t('moreNames', { count: others.length })}
          </span>
        ) : (
          <Flag tone="warn">{t('unassigned')}</Flag>
        )}
      </div>
    </>
  )
}
