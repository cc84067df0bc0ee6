import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getOpportunityInput } from '@/contract/opportunities'
import { OpportunityRecord } from '@/features/opportunities/opportunity-record'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

type Props = PageProps<'/opportunities/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('opportunities')
  return { title: t('code', { number: (await params).number }) }
}

export default async function OpportunityPage({ params }: Props) {
  const { data: input } = getOpportunityInput.safeParse({ number: Number((await params).number) })
  if (!input) notFound()
  void getQueryClient().prefetchQuery(trpc.opportunities.get.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <OpportunityRecord number={input.number} />
      </QueryBoundary>
    </Hydrate>
  )
}
