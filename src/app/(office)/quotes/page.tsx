import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { listQuotesInput } from '@/contract/quotes'
import { QuoteList } from '@/features/quotes/quote-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quotes'))('title') }
}

export default async function QuotesPage({ searchParams }: PageProps<'/quotes'>) {
  const input = readListing(listQuotesInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.quotes.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <QuoteList />
      </QueryBoundary>
    </Hydrate>
  )
}
