import { useFormatter, useTranslations } from 'next-intl'
import { countLimit } from '@/contract/listing'
import type { TaskView } from '@/contract/tasks'
import { Flag } from '@/ui/flag'

/** How many tasks the view holds, and what among the open ones waits for somebody. */
export function TaskFooter({ view, counts }: { view: TaskView | 'all'; counts: Record<TaskView, number> }) {
  const t = useTranslations('tasks.footer')
  const format = useFormatter()
  const word = (count: number) => (count > countLimit ? `${format.number(countLimit)}+` : format.number(count))
  if (view !== 'open') return null
  const { open, overdue, unassigned, undated } = counts
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1">
      <b>{t('open', { count: open, shown: word(open) })}</b>
      {overdue > 0 && (
        <Flag tone="danger" glyph="bang">
          {t('overdue', { count: overdue, shown: word(overdue) })}
        </Flag>
      )}
      {unassigned > 0 && <span>{t('unassigned', { shown: word(unassigned) })}</span>}
      {undated > 0 && <span>{t('undated', { shown: word(undated) })}</span>}
    </span>
  )
}
