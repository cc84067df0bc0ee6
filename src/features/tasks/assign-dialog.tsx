'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { RadioCards } from '@/ui/radio-cards'
import { AssigneeField } from './assignee-field'
import type { BulkReport } from './bulk-gesture'
import type { Target } from './use-task-selection'

export type GestureDialogProps = {
  targets: readonly Target[]
  onClose: () => void
  onDone: (report: BulkReport) => void
}

/** Makes one person, or nobody, responsible for tasks. */
export function AssignDialog({ targets, onClose, onDone }: GestureDialogProps) {
  const t = useTranslations('tasks.assign')
  const words = useTranslations('kit')
  const trpc = useTRPC()
  const [who, setWho] = useState<'person' | 'nobody'>('person')
  const [assigneeId, setAssigneeId] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const people = useQuery(trpc.tasks.whoCanBeAssigned.queryOptions({}))
  const assign = useCommand(trpc.tasks.assign, {
    onDone: (answers) => onDone({ action: 'assign', targets, answers }),
    onRefused: () => undefined,
  })
  const isMissing = who === 'person' && assigneeId === ''
  function submit() {
    setWasTried(true)
    if (!isMissing)
      void assign.run({ taskIds: targets.map(({ id }) => id), assigneeId: who === 'person' ? assigneeId : null })
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
          <Button variant="primary" isPending={assign.isPending} onClick={submit}>
            {who === 'nobody' ? t('unassign', { count: targets.length }) : t('submit', { count: targets.length })}
          </Button>
        </>
      }
    >
      <RadioCards
        label={t('who')}
        layout="inline"
        value={who}
        onChange={setWho}
        options={[
          { value: 'person', label: t('person') },
          { value: 'nobody', label: t('nobody') },
        ]}
      />
      {who === 'person' && (
        <AssigneeField
          label={t('assignee')}
          isRequired
          people={people.data}
          hasFailed={people.isError}
          value={assigneeId}
          onChange={setAssigneeId}
          error={wasTried && isMissing ? words('validation.required') : undefined}
        />
      )}
      <RefusalBlockers refusal={assign.refusal} />
    </Dialog>
  )
}
