'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cancelTextLength, invoiceTextLimit } from '@/contract/invoices'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { useShortcut } from '@/ui/shortcut-provider'
import { TextArea } from '@/ui/text-area'
import { CompetenceSelect } from './competence-select'
import type { InvoiceDialogProps } from './correct-invoice-dialog'
import { useInvoiceName } from './use-invoice-name'

/** "Substituir" (F12): a new note with the same units and amounts, which takes over once it is authorised. */
export function ReplaceInvoiceDialog({ invoice, onClose }: InvoiceDialogProps) {
  const t = useTranslations('invoices.replace')
  const words = useTranslations('invoices')
  const nameOf = useInvoiceName()
  const [version] = useState(invoice.version)
  const [text, setText] = useState(invoice.text)
  const [month, setMonth] = useState(invoice.competenceOn.slice(0, 7))
  const [reason, setReason] = useState('')
  const replace = useCommand(useTRPC().invoices.replace, {
    doneMessage: t('done'),
    onDone: onClose,
    onRefused: () => undefined,
  })
  const isBlocked = text.trim() === '' || invoice.actions.replace.length > 0
  const send = () => {
    if (isBlocked) return
    const { id, competenceOn } = invoice
    const competenceMonth = month === competenceOn.slice(0, 7) ? undefined : month
    void replace.run({ invoiceId: id, version, text: text.trim(), competenceMonth, reason: reason.trim() })
  }
  useShortcut('mod+enter', send, { isInOverlay: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { name: nameOf(invoice) })}
      description={invoice.customer.name}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            variant="primary"
            shortcut="Ctrl+Enter"
            isPending={replace.isPending}
            isBlocked={isBlocked}
            onClick={send}
          >
            {invoice.totalCents === null
              ? t('confirmPlain')
              : t('confirm', { amount: formatCents(invoice.totalCents) })}
          </Button>
        </>
      }
    >
      <RefusalBlockers title={t('refused')} refusal={replace.refusal} />
      <p className="text-ink-2">{t('lead')}</p>
      <TextArea
        label={words('correct.text')}
        value={text}
        rows={4}
        maxLength={invoiceTextLimit}
        isRequired
        error={text.trim() === '' ? words('issue.text.empty') : undefined}
        onChange={setText}
      />
      <CompetenceSelect value={month} others={[invoice.competenceOn.slice(0, 7)]} onChange={setMonth} />
      <TextArea
        label={t('reason')}
        value={reason}
        rows={2}
        maxLength={cancelTextLength.most}
        isOptional
        onChange={setReason}
      />
    </Dialog>
  )
}
