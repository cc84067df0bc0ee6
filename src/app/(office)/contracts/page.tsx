import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listContractsInput } from '@/contract/contracts'
import { readListing } from '@/contract/listing'
import { ContractList } from '@/features/contracts/contract-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contracts'))('title') }
}

export default async function ContractsPage({ searchParams }: PageProps<'/contracts'>) {
  const input = readListing(listContractsInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.contracts.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <ContractList />
      </QueryBoundary>
    </Hydrate>
  )
}
