'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { TokenRow } from './tokens-table'

/** Ends a key for good. */
export function RevokeTokenDialog({ token, onClose }: { token: TokenRow; onClose: () => void }) {
  const t = useTranslations('tokens.revoke')
  const { id, name } = token
  const revoke = useCommand(useTRPC().tokens.revoke, {
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
      onConfirm={() => void revoke.run({ tokenId: id })}
    />
  )
}
