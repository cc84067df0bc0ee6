'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useInvoicePanel } from '@/features/invoices/use-invoice-panel'
import { OrderStatusBadge } from '@/features/listing/order-status-badge'
import { useBlockers } from '@/features/refusals/use-blockers'
import { formatDate } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { BlockerList } from '@/ui/blocker-list'
import { Button } from '@/ui/button'
import { DescriptionList } from '@/ui/description-list'
import { Drawer } from '@/ui/drawer'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { QueryBoundary, SkeletonRows } from '@/ui/query-boundary'
import { TextLink } from '@/ui/text-link'
import { opportunityCode } from './opportunity-code'
import { StatusItems } from './status-items'
import { StatusNotes } from './status-notes'

export type StatusPanelData = inferRouterOutputs<AppRouter>['salesOrders']['statusPanel']

export type StatusPanelProps = {
  /** The order's number. */
  number: number
  onClose: () => void
  onShow: (number: number) => void
}

/** 3.2: the screen behind an order's status: its items, what can be billed, what is missing, its notes. */
export function StatusPanel(props: StatusPanelProps) {
  const t = useTranslations('salesOrders.status')
  return (
    <QueryBoundary
      key={props.number}
      skeleton={
        <Drawer isOpen onClose={props.onClose} width="wide" title={t('title', { number: `${props.number}` })}>
          <SkeletonRows />
        </Drawer>
      }
    >
      <LoadedStatusPanel {...props} />
    </QueryBoundary>
  )
}

function LoadedStatusPanel({ number, onClose, onShow }: StatusPanelProps) {
  const t = useTranslations('salesOrders.status')
  const { data: order } = useSuspenseQuery(useTRPC().salesOrders.statusPanel.queryOptions({ number }))
  const blockersOf = useBlockers()
  const onInvoice = useInvoicePanel().open
  const { previousNumber, nextNumber, items } = order
  return (
    <Drawer
      isOpen
      onClose={onClose}
      width="wide"
      title={t('title', { number: `${number}` })}
      badge={<OrderStatusBadge status={order.status} />}
      headerEnd={
        <span className="flex gap-1 max-phone:hidden">
          <Button
            variant="ghost"
            icon={ChevronLeft}
            isDisabled={previousNumber === null}
            onClick={() => previousNumber !== null && onShow(previousNumber)}
          >
            {t('previous')}
          </Button>
          <Button
            variant="ghost"
            iconEnd={ChevronRight}
            isDisabled={nextNumber === null}
            onClick={() => nextNumber !== null && onShow(nextNumber)}
          >
            {t('next')}
          </Button>
        </span>
      }
      footerStart={<InvoiceAll order={order} onInvoice={onInvoice} />}
      footer={<FooterActions order={order} onInvoice={onInvoice} />}
    >
      <div className="grid gap-5">
        <DescriptionList items={useHeaderFacts(order)} />
        {items.length === 0 ? (
          <EmptyState
            title={t('noItems')}
            hint={t('noItemsHint')}
            action={<LinkButton href={`/sales-orders/${number}`}>{t('openOrder')}</LinkButton>}
          />
        ) : (
          <StatusItems order={order} />
        )}
        <BlockerList blockers={blockersOf(order.toInvoiceAll)} title={t('whatIsMissing')} id="what-is-missing" />
        <StatusNotes notes={order.notes} />
      </div>
    </Drawer>
  )
}

function useHeaderFacts({ customer, issuedOn, project, opportunity, totalCents }: StatusPanelData) {
  const t = useTranslations('salesOrders.status')
  const facts = [
    { label: t('customer'), value: <TextLink href={`/customers/${customer.number}`}>{customer.name}</TextLink> },
    { label: t('issuedOn'), value: formatDate(issuedOn) },
    project && { label: t('project'), value: project.name },
    opportunity && {
      label: t('opportunity'),
      value: (
        <TextLink href={`/opportunities/${opportunity.number}`} isNewTab>
          {opportunityCode(opportunity.number)}
        </TextLink>
      ),
    },
    totalCents !== null && { label: t('total'), value: <b>{formatCents(totalCents)}</b> },
  ]
  return facts.filter((fact) => fact !== null && fact !== false)
}

type FooterProps = { order: StatusPanelData; onInvoice: (number: number) => void }

function InvoiceAll({ order: { number, toInvoiceAll, totals, actions }, onInvoice }: FooterProps) {
  const t = useTranslations('salesOrders.status')
  const isForbidden = actions.invoice.some(({ code }) => code === 'FORBIDDEN')
  if (isForbidden || toInvoiceAll.some(({ code }) => code === 'NOTHING_TO_INVOICE')) return null
  const isBlocked = toInvoiceAll.length > 0
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button isBlocked={isBlocked} aria-describedby="what-is-missing" onClick={() => !isBlocked && onInvoice(number)}>
        {t('invoiceAll')}
      </Button>
      {isBlocked && (
        <span className="text-ink-2">{t('invoiceAllBlocked', { count: totals.open + totals.missing })}</span>
      )}
    </span>
  )
}

function FooterActions({ order: { id, number, totals, actions, items }, onInvoice }: FooterProps) {
  const t = useTranslations('salesOrders.status')
  const { billable, billableCents } = totals
  const hasTasks = items.some(({ units }) => units.length > 0)
  return (
    <>
      {hasTasks && <LinkButton href={`/tasks?salesOrderId=${id}`}>{t('seeAllTasks')}</LinkButton>}
      {actions.invoice.length === 0 && billable > 0 && (
        <Button variant="primary" onClick={() => onInvoice(number)}>
          {billableCents === null
            ? t('invoicePartial', { units: billable })
            : t('invoicePartialValue', { units: billable, value: formatCents(billableCents) })}
        </Button>
      )}
    </>
  )
}
