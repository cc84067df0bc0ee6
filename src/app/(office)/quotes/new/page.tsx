import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewQuote } from '@/features/quotes/new-quote'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quotes'))('newTitle') }
}

export default async function NewQuotePage() {
  void getQueryClient().prefetchQuery(trpc.salesOrders.prepare.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <NewQuote />
      </QueryBoundary>
    </Hydrate>
  )
}
