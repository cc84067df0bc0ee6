'use client'
import { ClipboardList, FileText, ListChecks, type LucideIcon, ReceiptText, Target, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SearchKind } from '@/contract/search'
import { InvoiceStatusBadge } from '@/features/invoices/invoice-status-badge'
import { OrderStatusBadge } from '@/features/listing/order-status-badge'
import { OpportunityStatusBadge } from '@/features/opportunities/opportunity-status-badge'
import { QuoteStatusBadge } from '@/features/quotes/quote-status-badge'
import { formatPhone } from '@/lib/phone'
import { formatTaxId } from '@/lib/tax-id'
import type { RecentRecord } from './recent-records'
import type { FoundRecords } from './use-palette-records'

export type RecordLine = RecentRecord & { id: string; end?: ReactNode }

export const recordIcons: Record<SearchKind, LucideIcon> = {
  salesOrder: ClipboardList,
  quote: FileText,
  opportunity: Target,
  task: ListChecks,
  customer: Users,
  invoice: ReceiptText,
}

/** Each found record as a line: what it is called, whose it is, how it stands, where it leads. */
export function useRecordLines(): (found: FoundRecords) => RecordLine[] {
  const t = useTranslations('palette.records')
  return ({ salesOrders, quotes, opportunities, tasks, customers, invoices }) => [
    ...salesOrders.map(
      ({ id, number, customerName, projectName, status }): RecordLine => ({
        kind: 'salesOrder',
        id,
        href: `/sales-orders/${number}`,
        label: t('salesOrder', { number: `${number}` }),
        detail: joined(customerName, projectName),
        end: <OrderStatusBadge status={status} />,
      }),
    ),
    ...quotes.map(
      ({ id, number, customerName, status }): RecordLine => ({
        kind: 'quote',
        id,
        href: `/quotes/${number}`,
        label: t('quote', { number: `${number}` }),
        detail: customerName,
        end: <QuoteStatusBadge status={status} />,
      }),
    ),
    ...opportunities.map(
      ({ id, number, title, customerName, stageName, status }): RecordLine => ({
        kind: 'opportunity',
        id,
        href: `/opportunities/${number}`,
        label: t('opportunity', { number: `${number}`, title }),
        detail: title.includes(customerName) ? undefined : customerName,
        end:
          status === 'open' ? (
            <span className="text-xs text-ink-2">{stageName}</span>
          ) : (
            <OpportunityStatusBadge status={status} />
          ),
      }),
    ),
    ...tasks.map(
      ({ id, itemId, salesOrderId, subject, customerName, orderNumber, concluded, generated }): RecordLine => ({
        kind: 'task',
        id,
        href: itemId && salesOrderId ? `/tasks?salesOrderId=${salesOrderId}&item=${itemId}` : `/tasks?task=${id}`,
        label: subject,
        detail: joined(orderNumber === null ? null : t('ofOrder', { number: `${orderNumber}` }), customerName),
        end: itemId && <span className="text-xs text-ink-2">{t('progress', { concluded, generated })}</span>,
      }),
    ),
    ...customers.map(
      ({ id, number, name, taxId, phone, isActive }): RecordLine => ({
        kind: 'customer',
        id,
        href: `/customers/${number}`,
        label: name,
        detail: joined(taxId && formatTaxId(taxId), phone && formatPhone(phone)),
        end: !isActive && <span className="text-xs text-ink-2">{t('inactive')}</span>,
      }),
    ),
    ...invoices.map((invoice): RecordLine => {
      const { id, number, nfseNumber, dpsNumber, customerName, orderNumber } = invoice
      return {
        kind: 'invoice',
        id,
        href: `/invoices/${number}`,
        label: nfseNumber
          ? t('nfse', { number: nfseNumber })
          : dpsNumber
            ? t('dps', { number: `${dpsNumber}` })
            : t('draft', { number: `${number}` }),
        detail: joined(customerName, t('ofOrder', { number: `${orderNumber}` })),
        end: <InvoiceStatusBadge invoice={invoice} />,
      }
    }),
  ]
}

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
