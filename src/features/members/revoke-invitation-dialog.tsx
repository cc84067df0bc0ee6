'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { InvitationRow } from './person-row'

/** Takes an invitation back. */
export function RevokeInvitationDialog({ invitation, onClose }: { invitation: InvitationRow; onClose: () => void }) {
  const t = useTranslations('members.revokeInvitation')
  const { id, name } = invitation
  const revoke = useCommand(useTRPC().members.revokeInvitation, {
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
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      isPending={revoke.isPending}
      error={revoke.refusal && <RefusalBlockers refusal={revoke.refusal} />}
      onConfirm={() => void revoke.run({ invitationId: id })}
    />
  )
}
