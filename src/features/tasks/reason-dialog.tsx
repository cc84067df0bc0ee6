'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { GestureDialogProps } from './assign-dialog'

/** Concludes for others, reopens or cancels tasks: says what that does and asks why. */
export function ReasonDialog({
  action,
  targets,
  onClose,
  onDone,
}: GestureDialogProps & { action: 'conclude' | 'reopen' | 'cancel' }) {
  const t = useTranslations('tasks')
  const { tasks } = useTRPC()
  const done = {
    onDone: (answers: Parameters<typeof onDone>[0]['answers']) => onDone({ action, targets, answers }),
    onRefused: () => undefined,
  }
  const conclude = useCommand(tasks.concludeMany, done)
  const reopen = useCommand(tasks.reopen, done)
  const cancel = useCommand(tasks.cancel, done)
  const command = { conclude, reopen, cancel }[action]
  const count = targets.length
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t(`${action}.title`, { count })}
      consequence={
        <>
          {count === 1 && <p className="font-medium text-ink">{targets[0]?.name}</p>}
          <p>{t(`${action}.consequence`, { count })}</p>
        </>
      }
      confirmLabel={t(`${action}.confirm`, { count })}
      keepLabel={t(`${action}.keep`)}
      isDanger={action === 'cancel'}
      isPending={command.isPending}
      reason={{ label: t(`${action}.reason`), isRequired: true, maxLength: 2000 }}
      error={command.refusal && <RefusalBlockers refusal={command.refusal} />}
      onConfirm={(reason) => void command.run({ taskIds: targets.map(({ id }) => id), reason })}
    />
  )
}
