'use client'
import { useTranslations } from 'next-intl'
import { formatCents } from '@/lib/money'
import { formatTaxId, taxIdKind } from '@/lib/tax-id'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorBand } from '@/ui/error-band'
import { SkeletonRows, Waiting } from '@/ui/query-boundary'
import { useShortcut } from '@/ui/shortcut-provider'
import { IssueInvoiceForm, issueReasonsId } from './issue-invoice-form'
import type { InvoiceDraft } from './issue-selection'
import { SentNotes } from './sent-notes'
import { type IssueInvoiceState, useIssueInvoice } from './use-issue-invoice'

export type IssueInvoiceDialogProps = { orderNumber: number; onClose: () => void }

/** "Faturar": what can be billed of an order, the notes that it makes, and then how the authority answers each of them. */
export function IssueInvoiceDialog({ orderNumber, onClose }: IssueInvoiceDialogProps) {
  const t = useTranslations('invoices')
  const state = useIssueInvoice(orderNumber)
  const { draft, error, sent } = state
  useShortcut('mod+enter', state.issue, { label: t('issue.confirmKey'), isInOverlay: true, isEnabled: sent === null })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={
        sent ? t('sent.title', { number: orderNumber, count: sent.length }) : t('issue.title', { number: orderNumber })
      }
      description={draft && descriptionOf(draft)}
      footerNote={!sent && draft && <p>{t('issue.reserved', { units: draft.units })}</p>}
      footer={
        sent ? (
          <Button variant="primary" onClick={onClose}>
            {t('sent.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('issue.cancel')}</Button>
            <ConfirmButton state={state} />
          </>
        )
      }
    >
      {sent && <SentNotes notes={sent} lead={t('sent.lead')} />}
      {!sent && draft && <IssueInvoiceForm draft={draft} state={state} />}
      {!draft && error !== null && <ErrorBand error={error} onRetry={state.retry} />}
      {!draft && error === null && (
        <Waiting>
          <SkeletonRows rows={6} />
        </Waiting>
      )}
    </Dialog>
  )
}

function ConfirmButton({ state }: { state: IssueInvoiceState }) {
  const t = useTranslations('invoices.issue')
  const { draft, canIssue, isIssuing, isRecomputing, issue } = state
  const count = draft?.notes.length ?? 0
  const amount = draft?.totalCents
  return (
    <Button
      variant="primary"
      shortcut="Ctrl+Enter"
      isPending={isIssuing || isRecomputing}
      isBlocked={!canIssue && !isRecomputing}
      aria-describedby={canIssue ? undefined : issueReasonsId}
      onClick={issue}
    >
      {count > 0 && amount ? t('confirm', { count, amount: formatCents(amount) }) : t('confirmEmpty')}
    </Button>
  )
}

function descriptionOf({ salesOrder: { customer, projectName } }: InvoiceDraft): string {
  const { name, taxId } = customer
  const document = taxId && `${taxIdKind(taxId) === 'cpf' ? 'CPF' : 'CNPJ'} ${formatTaxId(taxId)}`
  return [name, document, projectName].filter(Boolean).join(' · ')
}
