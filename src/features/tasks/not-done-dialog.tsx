'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { isCalendarDate } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { DateField } from '@/ui/date-field'
import type { Target } from './use-task-selection'

/** R9 "Não realizada": the visit failed; the task stays open, counts one more attempt and may take a new day. */
export function NotDoneDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const t = useTranslations('tasks.notDone')
  const words = useTranslations('kit.validation')
  const [day, setDay] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const markNotDone = useCommand(useTRPC().tasks.markNotDone, {
    doneMessage: t('done'),
    onDone: onClose,
    onRefused: () => undefined,
  })
  const isDayWrong = day !== '' && !isCalendarDate(day)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title')}
      consequence={
        <>
          <p className="font-medium text-ink">{target.name}</p>
          <p>{t('consequence')}</p>
        </>
      }
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isPending={markNotDone.isPending}
      reason={{ label: t('reason'), isRequired: true, maxLength: 2000 }}
      error={markNotDone.refusal && <RefusalBlockers refusal={markNotDone.refusal} />}
      onConfirm={(reason) => {
        setWasTried(true)
        if (isDayWrong) return
        void markNotDone.run({ taskId: target.id, reason, newDueOn: day || undefined, evidence: { photoFileIds: [] } })
      }}
    >
      <DateField
        label={t('newDay')}
        isOptional
        value={day}
        onChange={setDay}
        error={wasTried && isDayWrong ? words('date') : undefined}
      />
    </ConfirmDialog>
  )
}
