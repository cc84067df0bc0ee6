'use client'
import { useTranslations } from 'next-intl'
import { useEventLines } from '@/features/timeline/use-event-lines'
import { Timeline } from '@/ui/timeline'
import type { TaskDetail } from './task-line'

/** Everything that happened to a task, the newest first. */
export function TaskTimeline({ task }: { task: TaskDetail }) {
  const t = useTranslations('tasks.timeline')
  const linesOf = useEventLines()
  return (
    <section aria-label={t('title')} className="space-y-3 border-t border-line pt-4">
      <h3 className="text-sm font-bold">{t('title')}</h3>
      <Timeline events={linesOf(task.timeline.toReversed())} isCompact />
    </section>
  )
}
