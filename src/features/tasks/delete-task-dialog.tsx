'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { Target } from './use-task-selection'

export type DeleteTaskDialogProps = { target: Target; onClose: () => void; onDeleted: () => void }

/** C6: takes away a task made by hand, while nothing was handed in for it. */
export function DeleteTaskDialog({ target, onClose, onDeleted }: DeleteTaskDialogProps) {
  const t = useTranslations('tasks.delete')
  const remove = useCommand(useTRPC().tasks.delete, {
    doneMessage: t('done'),
    onDone: onDeleted,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { name: target.name })}
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isDanger
      isPending={remove.isPending}
      error={remove.refusal && <RefusalBlockers refusal={remove.refusal} />}
      onConfirm={() => void remove.run({ taskId: target.id })}
    />
  )
}
