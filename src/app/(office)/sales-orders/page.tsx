import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { getSalesOrderInput, listSalesOrdersInput } from '@/contract/sales-orders'
import { OrderList } from '@/features/sales-orders/centre/order-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('salesOrders'))('title') }
}

export default async function SalesOrdersPage({ searchParams }: PageProps<'/sales-orders'>) {
  const params = await searchParams
  const input = readListing(listSalesOrdersInput, params)
  const order = getSalesOrderInput.safeParse({ number: Number(params.order) })
  void getQueryClient().prefetchQuery(trpc.salesOrders.list.queryOptions(input))
  if (params.panel === 'settings') void getQueryClient().prefetchQuery(trpc.settings.get.queryOptions({}))
  if (params.panel === 'status' && order.success) {
    void getQueryClient().prefetchQuery(trpc.salesOrders.statusPanel.queryOptions(order.data))
  }
  return (
    <Hydrate>
      <QueryBoundary>
        <OrderList />
      </QueryBoundary>
    </Hydrate>
  )
}
