'use client'
import { Copy } from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate, formatDateTime } from '@/lib/calendar-date'
import { formatTaxId } from '@/lib/tax-id'
import { Button } from '@/ui/button'
import { DescriptionList } from '@/ui/description-list'
import { TextLink } from '@/ui/text-link'
import { useToast } from '@/ui/toast'
import { formatMonth } from './fiscal-format'
import type { Invoice } from './invoice-record'

/** Who, which order, when, and the numbers by which the authority knows the note. */
export function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record')
  const timeZone = useTimeZone()
  const { customer, salesOrder, opportunity, issuedAt, competenceOn, dueOn, dpsSeries, dpsNumber } = invoice
  const facts: { label: string; value: ReactNode }[] = [
    {
      label: t('recipient'),
      value: [customer.name, customer.taxId && formatTaxId(customer.taxId)].filter(Boolean).join(' · '),
    },
    {
      label: t('order'),
      value: (
        <TextLink isNewTab href={`/sales-orders/${salesOrder.number}`}>
          {salesOrder.number}
        </TextLink>
      ),
    },
  ]
  if (opportunity) {
    facts.push({
      label: t('opportunity'),
      value: (
        <TextLink isNewTab href={`/opportunities/${opportunity.number}`}>
          {t('opportunityNumber', { number: opportunity.number })}
        </TextLink>
      ),
    })
  }
  if (issuedAt) facts.push({ label: t('issuedAt'), value: formatDateTime(issuedAt, timeZone) })
  facts.push({ label: t('competence'), value: formatMonth(competenceOn) })
  if (dueOn) facts.push({ label: t('dueOn'), value: formatDate(dueOn) })
  if (dpsSeries !== null && dpsNumber !== null) {
    facts.push({ label: t('dps'), value: t('dpsValue', { series: dpsSeries, number: dpsNumber }) })
  }
  return (
    <section aria-label={t('facts')} className="overflow-clip rounded-control border border-line bg-surface">
      <div className="px-4 py-2">
        <DescriptionList layout="facts" items={facts} />
      </div>
      {invoice.accessKey && (
        <AccessKey accessKey={invoice.accessKey} isSimulated={invoice.environment === 'simulated'} />
      )}
    </section>
  )
}

function AccessKey({ accessKey, isSimulated }: { accessKey: string; isSimulated: boolean }) {
  const t = useTranslations('invoices.record')
  const toast = useToast()
  const groups = accessKey.match(/.{1,4}/g) ?? []
  async function copy() {
    await navigator.clipboard.writeText(accessKey)
    toast.status(t('copied'))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-xs">
      <span className="text-ink-2">{t('accessKey')}</span>
      <span className="tracking-[.02em] wrap-anywhere">{groups.join(' ')}</span>
      {isSimulated && <span className="text-ink-3">{t('simulated')}</span>}
      <Button size="small" icon={Copy} className="ml-auto" onClick={() => void copy()}>
        {t('copyKey')}
      </Button>
    </div>
  )
}
