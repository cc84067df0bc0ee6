import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { listProjectsInput } from '@/contract/projects'
import { ProjectList } from '@/features/projects/project-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('title') }
}

export default async function ProjectsPage({ searchParams }: PageProps<'/projects'>) {
  const input = readListing(listProjectsInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.projects.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <ProjectList />
      </QueryBoundary>
    </Hydrate>
  )
}
