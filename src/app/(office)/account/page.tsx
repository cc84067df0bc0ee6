import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountScreen } from '@/features/account/account-screen'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

/** One's own name, password and sessions. */
export default function AccountPage() {
  void getQueryClient().prefetchQuery(trpc.account.get.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <AccountScreen />
      </QueryBoundary>
    </Hydrate>
  )
}
