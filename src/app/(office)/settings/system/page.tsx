import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SystemScreen } from '@/features/system/system-screen'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('system'))('title') }
}

export default function SystemPage() {
  const client = getQueryClient()
  void client.prefetchQuery(trpc.system.get.queryOptions({}))
  void client.prefetchQuery(trpc.audits.latest.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <SystemScreen />
      </QueryBoundary>
    </Hydrate>
  )
}
