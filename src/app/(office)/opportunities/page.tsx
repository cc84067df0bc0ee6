import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { boardInput, listOpportunitiesInput, listOpportunityProjectsInput } from '@/contract/opportunities'
import { OpportunityList } from '@/features/opportunities/opportunity-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('opportunities'))('title') }
}

export default async function OpportunitiesPage({ searchParams }: PageProps<'/opportunities'>) {
  const params = await searchParams
  const { list, listProjects, board } = trpc.opportunities
  const queries = getQueryClient()
  if (params.group === 'project')
    void queries.prefetchQuery(listProjects.queryOptions(readListing(listOpportunityProjectsInput, params)))
  else if (params.group === 'board') void queries.prefetchQuery(board.queryOptions(readListing(boardInput, params)))
  else void queries.prefetchQuery(list.queryOptions(readListing(listOpportunitiesInput, params)))
  return (
    <Hydrate>
      <QueryBoundary>
        <OpportunityList />
      </QueryBoundary>
    </Hydrate>
  )
}
