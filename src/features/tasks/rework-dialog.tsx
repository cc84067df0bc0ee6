'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { isCalendarDate } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-field'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/text-area'
import { AssigneeField } from './assignee-field'
import type { Target } from './use-task-selection'

export type ReworkDialogProps = { target: Target; onClose: () => void; onOpened: (taskId: string) => void }

/** "Abrir retrabalho" (R4): a task of its own, never billed; the first stays concluded and on its note. */
export function ReworkDialog({ target, onClose, onOpened }: ReworkDialogProps) {
  const t = useTranslations('tasks.rework')
  const words = useTranslations('kit')
  const trpc = useTRPC()
  const [reason, setReason] = useState('')
  const [assigneeId, setAssigneeId] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const people = useQuery(trpc.tasks.whoCanBeAssigned.queryOptions({}))
  const open = useCommand(trpc.tasks.openRework, {
    doneMessage: t('done'),
    onDone: ({ id }) => onOpened(id),
    onRefused: () => undefined,
  })
  const isDayWrong = dueOn !== '' && !isCalendarDate(dueOn)
  function submit() {
    setWasTried(true)
    if (reason.trim() === '' || isDayWrong) return
    void open.run({ taskId: target.id, reason: reason.trim(), assigneeId: assigneeId || null, dueOn: dueOn || null })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={reason !== ''}
      title={t('title')}
      description={target.name}
      footer={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button variant="primary" isPending={open.isPending} onClick={submit}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('effect')}</p>
      <TextArea
        label={t('reason')}
        isRequired
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        error={wasTried && reason.trim() === '' ? words('validation.required') : undefined}
      />
      <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
        <AssigneeField
          label={t('assignee')}
          isOptional
          people={people.data}
          hasFailed={people.isError}
          value={assigneeId}
          onChange={setAssigneeId}
        />
        <DateField
          label={t('dueOn')}
          isOptional
          value={dueOn}
          onChange={setDueOn}
          error={wasTried && isDayWrong ? words('validation.date') : undefined}
        />
      </div>
      <RefusalBlockers refusal={open.refusal} />
    </Dialog>
  )
}
