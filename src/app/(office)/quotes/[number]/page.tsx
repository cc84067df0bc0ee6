import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getQuoteInput } from '@/contract/quotes'
import { QuotePage } from '@/features/quotes/quote-page'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

type Props = PageProps<'/quotes/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('quotes')
  return { title: t('name', { number: (await params).number }) }
}

export default async function StoredQuotePage({ params }: Props) {
  const { data: input } = getQuoteInput.safeParse({ number: Number((await params).number) })
  if (!input) notFound()
  void getQueryClient().prefetchQuery(trpc.quotes.get.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <QuotePage number={input.number} />
      </QueryBoundary>
    </Hydrate>
  )
}
