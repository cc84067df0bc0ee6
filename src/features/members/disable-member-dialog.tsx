'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { MemberRow } from './person-row'

/** Takes a person's access away, after saying what that changes. */
export function DisableMemberDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useTranslations('members.disable')
  const { userId, name, openTasks } = member
  const disable = useCommand(useTRPC().members.disable, {
    doneMessage: t('done', { name }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      isDanger
      onClose={onClose}
      title={t('title', { name })}
      consequence={t('consequence', { tasks: openTasks })}
      confirmLabel={t('confirm')}
      isPending={disable.isPending}
      error={disable.refusal && <RefusalBlockers refusal={disable.refusal} />}
      onConfirm={() => void disable.run({ userId })}
    />
  )
}
