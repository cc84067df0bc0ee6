import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listInvoicesInput } from '@/contract/invoices'
import { readListing } from '@/contract/listing'
import { InvoiceList } from '@/features/invoices/invoice-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') }
}

export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const input = readListing(listInvoicesInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.invoices.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <InvoiceList />
      </QueryBoundary>
    </Hydrate>
  )
}
