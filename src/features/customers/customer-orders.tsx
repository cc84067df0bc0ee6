'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useOrderColumns } from '@/features/listing/use-order-columns'
import { DataTable } from '@/ui/data-table'
import { Section } from '@/ui/section'
import type { Customer } from './customer-form-values'

/** The customer's most recent orders. */
export function CustomerOrders({ orders }: { orders: Customer['orders'] }) {
  const t = useTranslations('customers.orders')
  const words = useTranslations('listing.orders')
  const router = useRouter()
  const columns = useOrderColumns(orders.recent)
  return (
    <Section title={t('title')} note={t('note', { count: orders.total })} isFlush>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={orders.recent}
        rowId={({ id }) => id}
        rowName={({ number }) => words('rowName', { number })}
        onOpen={({ number }) => router.push(`/sales-orders/${number}` as Route)}
        empty={{ title: t('empty') }}
        isInline
      />
    </Section>
  )
}
