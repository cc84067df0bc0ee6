import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { listSalesOrdersInput } from '@/contract/sales-orders'
import { OrderList } from '@/features/sales-orders/centre/order-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('salesOrders'))('title') }
}

export default async function SalesOrdersPage({ searchParams }: PageProps<'/sales-orders'>) {
  const input = readListing(listSalesOrdersInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.salesOrders.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <OrderList />
      </QueryBoundary>
    </Hydrate>
  )
}
