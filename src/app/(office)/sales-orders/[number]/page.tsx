import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getSalesOrderInput } from '@/contract/sales-orders'
import { OrderPage } from '@/features/sales-orders/page/order-page'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

type Props = PageProps<'/sales-orders/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('orderPage')
  return { title: t('title', { number: (await params).number }) }
}

export default async function SalesOrderPage({ params }: Props) {
  const { data: input } = getSalesOrderInput.safeParse({ number: Number((await params).number) })
  if (!input) notFound()
  void getQueryClient().prefetchQuery(trpc.salesOrders.get.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <OrderPage number={input.number} />
      </QueryBoundary>
    </Hydrate>
  )
}
