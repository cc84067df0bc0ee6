'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { OpportunityRef } from './use-opportunity-menu'

/** Opens a won or lost opportunity again, and asks why. */
export function ReopenOpportunityDialog({
  opportunity,
  onClose,
}: {
  opportunity: OpportunityRef
  onClose: () => void
}) {
  const t = useTranslations('opportunities.reopen')
  const code = useTranslations('opportunities')('code', { number: `${opportunity.number}` })
  const reopen = useCommand(useTRPC().opportunities.reopen, {
    doneMessage: t('done', { code }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { code })}
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isPending={reopen.isPending}
      reason={{ label: t('reason'), isRequired: true, maxLength: 2000 }}
      error={reopen.refusal && <RefusalBlockers refusal={reopen.refusal} />}
      onConfirm={(reason) => void reopen.run({ opportunityId: opportunity.id, reason })}
    />
  )
}
