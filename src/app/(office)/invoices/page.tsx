import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listInvoicesInput } from '@/contract/invoices'
import { readListing } from '@/contract/listing'
import { AccessBoundary } from '@/features/invoices/access-boundary'
import { InvoiceList } from '@/features/invoices/invoice-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') }
}

export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const input = readListing(listInvoicesInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.invoices.list.queryOptions(input))
  return (
    <Hydrate>
      <AccessBoundary>
        <InvoiceList />
      </AccessBoundary>
    </Hydrate>
  )
}
