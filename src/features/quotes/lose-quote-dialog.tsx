'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { Select } from '@/ui/select'

export type LoseQuoteDialogProps = { quote: { id: string; number: number }; onClose: () => void }

/** "Perder", for a reason of the register and, if wanted, in the person's own words. */
export function LoseQuoteDialog({ quote, onClose }: LoseQuoteDialogProps) {
  const t = useTranslations('quotes.lose')
  const words = useTranslations('kit.validation')
  const trpc = useTRPC()
  const [lossReasonId, setLossReasonId] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const { data: registers } = useQuery(trpc.registers.list.queryOptions({}))
  const number = `${quote.number}`
  const lose = useCommand(trpc.quotes.lose, {
    doneMessage: t('done', { number }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { number })}
      consequence={t('consequence')}
      confirmLabel={t('confirm', { number })}
      keepLabel={t('keep')}
      isPending={lose.isPending}
      reason={{ label: t('words'), maxLength: 500 }}
      error={lose.refusal?.message}
      onConfirm={(reason) => {
        setWasTried(true)
        if (lossReasonId) void lose.run({ quoteId: quote.id, lossReasonId, reason })
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
