import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listMembersInput } from '@/contract/members'
import { MembersScreen } from '@/features/members/members-screen'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ view?: unknown }> }) {
  const { view } = listMembersInput.catch({ view: 'active' }).parse({ view: (await searchParams).view })
  void getQueryClient().prefetchQuery(trpc.members.list.queryOptions({ view }))
  return (
    <Hydrate>
      <QueryBoundary>
        <MembersScreen view={view} />
      </QueryBoundary>
    </Hydrate>
  )
}
