'use client'
import { ChevronDown, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { setCount } from './conclude-group'
import type { FieldGroup } from './field-client'
import { openTasks } from './group-view'
import { goTo } from './place'

/** How many units "Concluir" takes: one more, one less, or a tap on the number for 1 · 5 · 10 · all. */
export function CountStepper({ group, count }: { group: FieldGroup; count: number }) {
  const t = useTranslations('field.act')
  const open = openTasks(group)
  const all = open.length
  const shown = Math.min(count, all)
  return (
    <fieldset className="stepper" aria-label={t('howMany')}>
      <button type="button" aria-label={t('fewer')} disabled={shown <= 1} onClick={() => setCount(group, shown - 1)}>
        <Minus aria-hidden className="i" />
      </button>
      <button
        type="button"
        className="stepper__n"
        aria-label={t('chooseCount', { count: shown, all })}
        aria-haspopup="dialog"
        onClick={() => goTo({ sheet: 'count', taskId: open[0]?.id ?? null })}
      >
        {shown}
        <ChevronDown aria-hidden className="i" />
      </button>
      <button type="button" aria-label={t('more')} disabled={shown >= all} onClick={() => setCount(group, shown + 1)}>
        <Plus aria-hidden className="i" />
      </button>
    </fieldset>
  )
}
