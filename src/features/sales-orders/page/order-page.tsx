'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DocumentMenu } from '@/features/documents/document-menu'
import { InvoicePanelFromUrl } from '@/features/invoices/invoice-panel-from-url'
import { useInvoicePanel } from '@/features/invoices/use-invoice-panel'
import { OrderStatusBadge } from '@/features/listing/order-status-badge'
import { TaskPanelFromUrl } from '@/features/tasks/task-panel-from-url'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { Menu } from '@/ui/menu'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { StatusPanel } from '../centre/status-panel'
import { useOrderPanel } from '../centre/use-order-panel'
import { OrderFacts } from './order-facts'
import { OrderHistory } from './order-history'
import { OrderItems } from './order-items'
import { OrderStanding } from './order-standing'
import { useOrderMenu } from './use-order-menu'

export type Order = inferRouterOutputs<AppRouter>['salesOrders']['get']
export type OrderItem = Order['items'][number]

/** One order: what it generated, its capa, its items with a cell for every unit, and its history. Each edit is saved by itself. */
export function OrderPage({ number }: { number: number }) {
  const t = useTranslations('orderPage')
  const list = useTranslations('salesOrders')
  const { data: order } = useSuspenseQuery(useTRPC().salesOrders.get.queryOptions({ number }))
  const panel = useOrderPanel()
  const invoicePanel = useInvoicePanel()
  const menu = useOrderMenu(order)
  const openStatus = () => panel.openStatus(number)
  useShortcut('s', openStatus, { label: list('actions.status') })
  const mayInvoice = order.actions.invoice.length === 0

  return (
    <>
      <PageHeader
        title={t('title', { number: `${number}` })}
        breadcrumb={[{ label: list('title'), href: '/sales-orders' }]}
        badge={<OrderStatusBadge status={order.status} />}
        note={order.cancelReason}
        actions={
          <>
            <Button shortcut="S" onClick={openStatus}>
              {list('actions.status')}
            </Button>
            {mayInvoice && (
              <Button icon={ReceiptText} onClick={() => invoicePanel.open(number)}>
                {list('actions.invoice')}
              </Button>
            )}
            <DocumentMenu
              of={{ kind: 'sales_order', id: order.id, number }}
              mayShare={order.actions.share.length === 0}
            />
            <Menu label={t('actionsOf', { number: `${number}` })} entries={menu.entries} />
          </>
        }
        isRuled
      />
      <PageBody>
        <OrderStanding order={order} onGenerate={menu.askToGenerate} />
        <OrderFacts order={order} />
        <OrderItems order={order} />
        <OrderHistory salesOrderId={order.id} />
      </PageBody>
      {menu.dialog}
      {panel.shown === 'status' && panel.order !== null && (
        <StatusPanel number={panel.order} onClose={panel.close} onShow={panel.openStatus} />
      )}
      <InvoicePanelFromUrl />
      <TaskPanelFromUrl />
    </>
  )
}
