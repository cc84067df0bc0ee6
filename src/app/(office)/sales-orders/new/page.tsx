import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewOrder } from '@/features/sales-orders/form/new-order'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orderForm'))('newTitle') }
}

export default async function NewOrderPage() {
  void getQueryClient().prefetchQuery(trpc.salesOrders.prepare.queryOptions({}))
  void getQueryClient().prefetchQuery(trpc.session.current.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <NewOrder />
      </QueryBoundary>
    </Hydrate>
  )
}
