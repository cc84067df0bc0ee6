'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { OpportunityRef } from './use-opportunity-menu'

/** "Ganha", by a person; says what the tasks still lack. */
export function WinOpportunityDialog({ opportunity, onClose }: { opportunity: OpportunityRef; onClose: () => void }) {
  const t = useTranslations('opportunities.win')
  const code = useTranslations('opportunities')('code', { number: `${opportunity.number}` })
  const win = useCommand(useTRPC().opportunities.win, {
    doneMessage: t('done', { code }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { code })}
      consequence={t('consequence', { open: opportunity.tasksGenerated - opportunity.tasksConcluded })}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isPending={win.isPending}
      error={win.refusal && <RefusalBlockers refusal={win.refusal} />}
      onConfirm={() => void win.run({ opportunityId: opportunity.id })}
    />
  )
}
