import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewService } from '@/features/services/new-service'
import { OnlyWith } from '@/features/session/only-with'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('new') }
}

export default function NewServicePage() {
  void getQueryClient().prefetchQuery(trpc.services.options.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <OnlyWith permission="services.write">
          <NewService />
        </OnlyWith>
      </QueryBoundary>
    </Hydrate>
  )
}
