'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useOrderColumns } from '@/features/listing/use-order-columns'
import { DataTable } from '@/ui/data-table'
import { Section } from '@/ui/section'
import type { Project } from './project-page'

type Order = Project['orders'][number]

/** The project's orders. */
export function ProjectOrders({ orders }: { orders: Order[] }) {
  const t = useTranslations('projects.page')
  const words = useTranslations('listing.orders')
  const router = useRouter()
  const [number, ...others] = useOrderColumns(orders)
  const customer = {
    id: 'customer',
    header: words('customer'),
    card: 'lineEnd' as const,
    cell: ({ customerName }: Order) => customerName,
  }
  return (
    <Section title={t('orders')} note={t('ordersNote', { count: orders.length })} isFlush>
      <DataTable
        caption={t('ordersCaption')}
        columns={number ? [number, customer, ...others] : []}
        rows={orders}
        rowId={({ id }) => id}
        rowName={(order) => words('rowName', { number: order.number })}
        onOpen={(order) => router.push(`/sales-orders/${order.number}` as Route)}
        empty={{ title: t('noOrders') }}
        isInline
      />
    </Section>
  )
}
