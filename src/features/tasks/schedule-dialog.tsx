'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { isCalendarDate } from '@/lib/calendar-date'
import { instantIn, isTimeOfDay } from '@/lib/time-of-day'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-field'
import { Dialog } from '@/ui/dialog'
import { RadioCards } from '@/ui/radio-cards'
import { TimeField } from '@/ui/time-field'
import { WholeNumberField } from '@/ui/whole-number-field'
import type { GestureDialogProps } from './assign-dialog'

const [LEAST_MINUTES, MOST_MINUTES] = [5, 1440]

/** Gives tasks a day and, if wanted, an hour and a length, or takes them away. */
export function ScheduleDialog({ targets, onClose, onDone }: GestureDialogProps) {
  const t = useTranslations('tasks.schedule')
  const words = useTranslations('kit')
  const timeZone = useTimeZone() ?? 'America/Sao_Paulo'
  const [what, setWhat] = useState<'plan' | 'clear'>('plan')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [minutes, setMinutes] = useState<number | null>(null)
  const [wasTried, setWasTried] = useState(false)
  const schedule = useCommand(useTRPC().tasks.schedule, {
    onDone: (answers) => onDone({ action: 'schedule', targets, answers }),
    onRefused: () => undefined,
  })
  const dayError =
    day === '' ? words('validation.required') : isCalendarDate(day) ? undefined : words('validation.date')
  const timeError = time === '' || isTimeOfDay(time) ? undefined : t('timeInvalid')
  const isLengthRight = minutes === null || (minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES)
  const lengthError = isLengthRight ? undefined : t('lengthInvalid', { least: LEAST_MINUTES, most: MOST_MINUTES })

  function submit() {
    setWasTried(true)
    const taskIds = targets.map(({ id }) => id)
    if (what === 'clear') void schedule.run({ taskIds, dueOn: null, scheduledAt: null })
    else if (!dayError && !timeError && !lengthError) {
      const scheduledAt = time === '' ? null : instantIn(timeZone, day, time)
      void schedule.run({ taskIds, dueOn: day, scheduledAt, durationMinutes: minutes ?? undefined })
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { count: targets.length })}
      description={targets.length === 1 ? targets[0]?.name : undefined}
      footer={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button variant="primary" isPending={schedule.isPending} onClick={submit}>
            {what === 'clear' ? t('clearSubmit', { count: targets.length }) : t('submit', { count: targets.length })}
          </Button>
        </>
      }
    >
      <RadioCards
        label={t('what')}
        layout="inline"
        value={what}
        onChange={setWhat}
        options={[
          { value: 'plan', label: t('plan') },
          { value: 'clear', label: t('clear') },
        ]}
      />
      {what === 'plan' && (
        <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
          <DateField
            label={t('day')}
            isRequired
            value={day}
            onChange={setDay}
            error={wasTried ? dayError : undefined}
          />
          <TimeField
            label={t('time')}
            isOptional
            value={time}
            onChange={setTime}
            error={wasTried ? timeError : undefined}
          />
          <WholeNumberField
            label={t('length')}
            suffix={t('minutes')}
            value={minutes}
            onChange={setMinutes}
            error={wasTried ? lengthError : undefined}
          />
        </div>
      )}
      <p className="text-xs text-ink-2">
        {t(what === 'clear' ? 'clearEffect' : time === '' ? 'dayEffect' : 'timeEffect')}
      </p>
      <RefusalBlockers refusal={schedule.refusal} />
    </Dialog>
  )
}
