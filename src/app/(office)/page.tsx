import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { landingOf } from '@/contract/session'
import { HomeScreen } from '@/features/home/home-screen'
import { requireSession } from '@/server/auth/session'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') }
}

/** "Início" of the office; who works in the field alone goes there. */
export default async function HomePage() {
  const { actor } = await requireSession()
  if (!actor.permissions.has('tasks.read')) redirect(landingOf(actor.roles) as Route)
  // Waited for: a list that came later would push the page down.
  if (actor.permissions.has('companies.update'))
    await getQueryClient().prefetchQuery(trpc.companies.onboarding.queryOptions({}))
  void getQueryClient().prefetchQuery(trpc.shell.home.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <HomeScreen />
      </QueryBoundary>
    </Hydrate>
  )
}
