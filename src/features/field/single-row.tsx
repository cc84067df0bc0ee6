'use client'
import { Check, Navigation, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { moveTask, tapConclude } from './conclude-group'
import { NotPossibleButton } from './conclude-row'
import { routeLink } from './contact-links'
import type { FieldGroup } from './field-client'
import { openTasks } from './group-view'

/** What one task offers from the day: the way there, to begin it, and once it runs, to conclude it first. */
export function SingleRow({ group }: { group: FieldGroup }) {
  const t = useTranslations('field.act')
  const [task] = openTasks(group)
  if (!task) return null
  const isRunning = task.status === 'in_progress'
  const { place } = group
  return (
    <>
      {place && (
        <a className="btn btn--tall" href={routeLink(place)}>
          <Navigation aria-hidden className="i" />
          {t('route')}
        </a>
      )}
      {!isRunning && (
        <button
          className="btn btn--tall"
          type="button"
          onClick={() => moveTask(group, task.status === 'paused' ? 'resume' : 'start', task.id)}
        >
          <Play aria-hidden className="i" />
          {t(task.status === 'paused' ? 'resume' : 'start')}
        </button>
      )}
      <button
        className={isRunning ? 'btn btn--primary grow' : 'btn btn--quiet'}
        type="button"
        onClick={() => tapConclude(group)}
      >
        {isRunning && <Check aria-hidden className="i" />}
        {t('conclude')}
      </button>
      <NotPossibleButton group={group} />
    </>
  )
}
