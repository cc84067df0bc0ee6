'use client'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { InvoiceDialogProps } from './correct-invoice-dialog'
import { useInvoiceName } from './use-invoice-name'

/** Ends a note that never became a document. */
export function GiveUpInvoiceDialog({ invoice, onClose }: InvoiceDialogProps) {
  const t = useTranslations('invoices.giveUp')
  const nameOf = useInvoiceName()
  const giveUp = useCommand(useTRPC().invoices.giveUp, {
    doneMessage: t('done'),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { name: nameOf(invoice) })}
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      reason={{ label: t('reason'), maxLength: 500 }}
      isDanger
      isPending={giveUp.isPending}
      error={giveUp.refusal?.blockers[0]?.message ?? giveUp.refusal?.message}
      onConfirm={(reason) => void giveUp.run({ invoiceId: invoice.id, version: invoice.version, reason })}
    />
  )
}
