'use client'
import { useTranslations } from 'next-intl'
import { isOpenStatus } from '@/contract/tasks'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { daysBetween } from '@/lib/calendar-date'
import { Flag } from '@/ui/flag'

/** Days that an open task is late; 0 when it is not. */
export function daysLate(task: { status: string; dueOn: string | null }, today: string): number {
  if (task.dueOn === null || !isOpenStatus(task.status)) return 0
  return Math.max(0, daysBetween(task.dueOn, today))
}

/** "Atrasada 2 dias" beside the status, which it does not replace. */
export function TaskLate({ task }: { task: { status: string; dueOn: string | null } }) {
  const t = useTranslations('tasks')
  const days = daysLate(task, useMomentWords().today)
  if (days === 0) return null
  return (
    <Flag tone="danger" glyph="bang">
      {t('late', { days })}
    </Flag>
  )
}
