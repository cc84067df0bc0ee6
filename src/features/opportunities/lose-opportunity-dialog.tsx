'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { Select } from '@/ui/select'
import type { OpportunityRef } from './use-opportunity-menu'

/** "Perdida", for a reason of the register and, if wanted, in the person's own words. */
export function LoseOpportunityDialog({ opportunity, onClose }: { opportunity: OpportunityRef; onClose: () => void }) {
  const t = useTranslations('opportunities.lose')
  const words = useTranslations('kit.validation')
  const code = useTranslations('opportunities')('code', { number: `${opportunity.number}` })
  const trpc = useTRPC()
  const [lossReasonId, setLossReasonId] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const { data: registers } = useQuery(trpc.registers.list.queryOptions({}))
  const lose = useCommand(trpc.opportunities.lose, {
    doneMessage: t('done', { code }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { code })}
      consequence={t('consequence', {
        order: opportunity.orderNumber === null ? 'none' : `${opportunity.orderNumber}`,
      })}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isPending={lose.isPending}
      reason={{ label: t('words'), maxLength: 2000 }}
      error={lose.refusal && <RefusalBlockers refusal={lose.refusal} />}
      onConfirm={(reason) => {
        setWasTried(true)
        if (lossReasonId) void lose.run({ opportunityId: opportunity.id, lossReasonId, reason })
      }}
    >
      <Select
        label={t('reason')}
        isRequired
        value={lossReasonId}
        onChange={setLossReasonId}
        error={wasTried && !lossReasonId ? words('choose') : undefined}
        options={(registers?.lossReasons ?? [])
          .filter(({ isActive }) => isActive)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ConfirmDialog>
  )
}
