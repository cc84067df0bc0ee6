import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditCompany } from '@/features/companies/edit-company'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('title') }
}

export default function CompanyPage() {
  void getQueryClient().prefetchQuery(trpc.companies.get.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <EditCompany />
      </QueryBoundary>
    </Hydrate>
  )
}
