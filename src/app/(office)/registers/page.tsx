import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { registerTabs } from '@/contract/registers'
import { RegisterScreen } from '@/features/registers/register-screen'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('title') }
}

export default async function RegistersPage({ searchParams }: PageProps<'/registers'>) {
  const { tab: wanted } = await searchParams
  const tab = registerTabs.find((name) => name === wanted) ?? 'pipelines'
  void getQueryClient().prefetchQuery(trpc.registers.list.queryOptions({}))
  return (
    <Hydrate>
      <QueryBoundary>
        <RegisterScreen tab={tab} />
      </QueryBoundary>
    </Hydrate>
  )
}
