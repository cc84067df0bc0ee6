'use client'
import { ClipboardList } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/calendar-date'
import { formatAmount, formatCents } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { Callout } from '@/ui/callout'
import { DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { PageBody } from '@/ui/page-body'
import { Section } from '@/ui/section'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import type { Quote } from './quote-form-values'

type Item = Quote['items'][number]

/** A quote that left the draft: what was offered, and where it led. */
export function ShownQuote({ quote }: { quote: Quote }) {
  const t = useTranslations('quotes')
  const { items, salesOrderNumber, lossReasonName, statusReason, totalCents, notes } = quote
  return (
    <PageBody>
      {salesOrderNumber !== null && (
        <Callout tone="ok" icon={ClipboardList}>
          {t.rich('convertedTo', {
            number: `${salesOrderNumber}`,
            link: (words) => (
              <TextLink isStrong href={`/sales-orders/${salesOrderNumber}`}>
                {words}
              </TextLink>
            ),
          })}
        </Callout>
      )}
      {lossReasonName && (
        <Callout tone="warn">
          {[t('lostBecause', { reason: lossReasonName }), statusReason].filter(Boolean).join(' · ')}
        </Callout>
      )}
      <div className="rounded-control border border-line bg-surface px-4 py-3">
        <DescriptionList layout="facts" items={useFacts(quote)} />
        {notes !== '' && <p className="mt-2 text-ink-2">{notes}</p>}
      </div>
      <Section
        title={t('items')}
        end={totalCents !== null && <b>{t('totalOf', { value: formatCents(totalCents) })}</b>}
        isFlush
      >
        <DataTable
          caption={t('items')}
          columns={useItemColumns(totalCents !== null)}
          rows={items}
          rowId={({ id }) => id}
          rowName={({ position }) => t('itemName', { item: position })}
          isInline
        />
      </Section>
    </PageBody>
  )
}

function useItemColumns(showsValues: boolean): TableColumn<Item>[] {
  const t = useTranslations('orderForm')
  const page = useTranslations('orderPage')
  const columns: TableColumn<Item>[] = [
    { id: 'position', header: t('position'), card: 'hidden', cell: ({ position }) => position },
    { id: 'service', header: page('service'), card: 'meta', cell: ({ serviceCode }) => serviceCode },
    { id: 'description', header: t('description'), isGrow: true, card: 'title', cell: (item) => item.description },
    {
      id: 'quantity',
      header: page('quantity'),
      align: 'end',
      card: 'line',
      cell: ({ quantity, unitCode }) => `${formatQuantity(quantity)} ${unitCode}`,
    },
    {
      id: 'price',
      header: t('unitPriceCents'),
      align: 'end',
      card: 'hidden',
      cell: ({ unitPriceCents }) => unitPriceCents !== null && formatAmount(unitPriceCents),
    },
    {
      id: 'discount',
      header: t('discountCents'),
      align: 'end',
      card: 'hidden',
      cell: ({ discountCents }) => discountCents !== null && discountCents > 0 && formatAmount(discountCents),
    },
    {
      id: 'total',
      header: t('total'),
      align: 'end',
      card: 'lineEnd',
      cell: ({ totalCents }) => totalCents !== null && formatAmount(totalCents),
    },
  ]
  return columns.filter(({ id }) => showsValues || !['price', 'discount', 'total'].includes(id))
}

function useFacts({
  customer,
  contact,
  place,
  issuedOn,
  validUntil,
  seller,
  paymentTerm,
  project,
  opportunity,
}: Quote) {
  const t = useTranslations('orderForm')
  const quotes = useTranslations('quotes')
  const page = useTranslations('orderPage')
  const facts = [
    { label: t('customerId'), value: <TextLink href={`/customers/${customer.number}`}>{customer.name}</TextLink> },
    contact && { label: t('contactId'), value: contact.name },
    place && {
      label: t('addressId'),
      value: [`${place.street}, ${place.streetNumber}`, place.city].filter(Boolean).join(' · '),
    },
    { label: t('issuedOn'), value: formatDate(issuedOn) },
    { label: quotes('columns.validUntil'), value: formatDate(validUntil) },
    { label: t('sellerId'), value: seller.name },
    paymentTerm && { label: page('paymentTerm'), value: paymentTerm.name },
    project && { label: t('projectId'), value: project.name },
    opportunity && {
      label: quotes('opportunity'),
      value: (
        <TextLink href={`/opportunities/${opportunity.number}`} isNewTab>
          {quotes('opportunityCode', { number: `${opportunity.number}` })}
        </TextLink>
      ),
    },
  ]
  return facts.filter((fact) => fact !== null)
}
