'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { invoiceTextLimit } from '@/contract/invoices'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { LinkButton } from '@/ui/link-button'
import { useShortcut } from '@/ui/shortcut-provider'
import { TextArea } from '@/ui/text-area'
import { CompetenceSelect } from './competence-select'
import type { Invoice } from './invoice-record'
import { useInvoiceName } from './use-invoice-name'

export type InvoiceDialogProps = { invoice: Invoice; onClose: () => void }

/** "Corrigir e reenviar" (F8): text and month here, the rest in the registers, which are read anew. */
export function CorrectInvoiceDialog({ invoice, onClose }: InvoiceDialogProps) {
  const t = useTranslations('invoices.correct')
  const words = useTranslations('invoices')
  const nameOf = useInvoiceName()
  const [version] = useState(invoice.version)
  const [text, setText] = useState(invoice.text)
  const [month, setMonth] = useState(invoice.competenceOn.slice(0, 7))
  const correct = useCommand(useTRPC().invoices.correct, {
    doneMessage: t('done'),
    onDone: onClose,
    onRefused: () => undefined,
  })
  const isEmpty = text.trim() === ''
  const send = () => {
    if (isEmpty) return
    const { id, competenceOn } = invoice
    const competenceMonth = month === competenceOn.slice(0, 7) ? undefined : month
    void correct.run({ invoiceId: id, version, text: text.trim(), competenceMonth })
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
            isPending={correct.isPending}
            isBlocked={isEmpty}
            onClick={send}
          >
            {invoice.totalCents === null
              ? t('confirmPlain')
              : t('confirm', { amount: formatCents(invoice.totalCents) })}
          </Button>
        </>
      }
    >
      <RefusalBlockers title={t('refused')} refusal={correct.refusal} />
      <Callout
        tone="danger"
        title={invoice.rejectionMessage ?? t('why')}
        end={
          <LinkButton size="small" href={`/customers/${invoice.customer.number}`} isNewTab>
            {words('actions.openCustomer')}
          </LinkButton>
        }
      >
        {invoice.rejectionCode && <p>{words('rejectedCard.code', { code: invoice.rejectionCode })}</p>}
      </Callout>
      <p className="text-ink-2">{t('lead')}</p>
      <TextArea
        label={t('text')}
        value={text}
        rows={5}
        maxLength={invoiceTextLimit}
        isRequired
        error={isEmpty ? words('issue.text.empty') : undefined}
        onChange={setText}
      />
      <CompetenceSelect value={month} others={[invoice.competenceOn.slice(0, 7)]} onChange={setMonth} />
    </Dialog>
  )
}
