'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { OpportunityRef } from './use-opportunity-menu'

export type DeleteOpportunityDialogProps = { opportunity: OpportunityRef; onClose: () => void; onDeleted: () => void }

/** C7: takes away an opportunity that no order made. */
export function DeleteOpportunityDialog({ opportunity, onClose, onDeleted }: DeleteOpportunityDialogProps) {
  const t = useTranslations('opportunities.delete')
  const code = useTranslations('opportunities')('code', { number: `${opportunity.number}` })
  const remove = useCommand(useTRPC().opportunities.delete, {
    doneMessage: t('done', { code }),
    onDone: onDeleted,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { code })}
      consequence={t('consequence', { title: opportunity.title })}
      confirmLabel={t('confirm', { code })}
      keepLabel={t('keep')}
      isDanger
      isPending={remove.isPending}
      error={remove.refusal && <RefusalBlockers refusal={remove.refusal} />}
      onConfirm={() => void remove.run({ opportunityId: opportunity.id })}
    />
  )
}
