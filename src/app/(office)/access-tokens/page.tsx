import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TokensScreen } from '@/features/tokens/tokens-screen'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tokens'))('title') }
}

export default function AccessTokensPage() {
  void getQueryClient().prefetchQuery(trpc.tokens.list.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <TokensScreen />
      </QueryBoundary>
    </Hydrate>
  )
}
