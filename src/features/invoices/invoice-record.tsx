'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { TaskPanelFromUrl } from '@/features/tasks/task-panel-from-url'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'
import { InvoiceAmounts } from './invoice-amounts'
import { InvoiceDialogs } from './invoice-dialogs'
import { InvoiceEvents } from './invoice-events'
import { InvoiceFacts } from './invoice-facts'
import { InvoiceLines } from './invoice-lines'
import { InvoiceMessages } from './invoice-messages'
import { InvoiceRecordActions } from './invoice-record-actions'
import { InvoiceStanding } from './invoice-standing'
import { InvoiceStatusBadge } from './invoice-status-badge'
import { pollWhileWaiting } from './poll-while-waiting'
import { useInvoiceName } from './use-invoice-name'

export type Invoice = inferRouterOutputs<AppRouter>['invoices']['get']

/** A note: what it bills, for how much, what was sent and answered, and what can be done with it. */
export function InvoiceRecord({ number }: { number: number }) {
  const t = useTranslations('invoices')
  const nameOf = useInvoiceName()
  const { data: invoice } = useSuspenseQuery({
    ...useTRPC().invoices.get.queryOptions({ invoice: number }),
    refetchInterval: ({ state }) => pollWhileWaiting(state.data),
  })
  return (
    <>
      <PageHeader
        title={nameOf(invoice)}
        breadcrumb={[{ label: t('title'), href: '/invoices' }]}
        badge={<InvoiceStatusBadge invoice={invoice} />}
        actions={<InvoiceRecordActions invoice={invoice} />}
        isRuled
      />
      <PageBody>
        <InvoiceStanding invoice={invoice} />
        <InvoiceFacts invoice={invoice} />
        <div className="grid grid-cols-[minmax(0,1fr)_320px] items-start gap-3 max-tablet:grid-cols-1">
          <div className="min-w-0 space-y-3">
            <InvoiceLines invoice={invoice} />
            <Section title={t('record.text')}>
              <p className="wrap-anywhere whitespace-pre-line">{invoice.text}</p>
            </Section>
            <InvoiceMessages messages={invoice.messages} />
          </div>
          <div className="space-y-3">
            <InvoiceAmounts invoice={invoice} />
            <InvoiceEvents number={invoice.number} history={invoice.history} />
          </div>
        </div>
      </PageBody>
      <InvoiceDialogs invoice={invoice} />
      <TaskPanelFromUrl />
    </>
  )
}
