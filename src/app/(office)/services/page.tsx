import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { listServicesInput } from '@/contract/services'
import { ServiceList } from '@/features/services/service-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('title') }
}

export default async function ServicesPage({ searchParams }: PageProps<'/services'>) {
  const input = readListing(listServicesInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.services.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <ServiceList />
      </QueryBoundary>
    </Hydrate>
  )
}
