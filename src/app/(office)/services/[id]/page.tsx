import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getServiceInput } from '@/contract/services'
import { EditService } from '@/features/services/edit-service'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('title') }
}

export default async function ServicePage({ params }: PageProps<'/services/[id]'>) {
  const { data: input } = getServiceInput.safeParse({ id: (await params).id })
  if (!input) notFound()
  const queries = getQueryClient()
  void queries.prefetchQuery(trpc.services.options.queryOptions({}))
  void queries.prefetchQuery(trpc.services.get.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <EditService id={input.id} />
      </QueryBoundary>
    </Hydrate>
  )
}
