import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RemoveDemonstration } from '@/features/onboarding/remove-demonstration'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('onboarding.removal'))('title') }
}

/** Where the data that the demonstration invented is removed. */
export default function DemonstrationPage() {
  void getQueryClient().prefetchQuery(trpc.companies.onboarding.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <RemoveDemonstration />
      </QueryBoundary>
    </Hydrate>
  )
}
