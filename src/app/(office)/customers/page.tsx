import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listCustomersInput } from '@/contract/customers'
import { readListing } from '@/contract/listing'
import { CustomerList } from '@/features/customers/customer-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') }
}

export default async function CustomersPage({ searchParams }: PageProps<'/customers'>) {
  const input = readListing(listCustomersInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.customers.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <CustomerList />
      </QueryBoundary>
    </Hydrate>
  )
}
