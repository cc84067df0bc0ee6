import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsHome } from '@/features/settings/settings-home'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('home') }
}

export default function SettingsPage() {
  void getQueryClient().prefetchQuery(trpc.session.current.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <SettingsHome />
      </QueryBoundary>
    </Hydrate>
  )
}
