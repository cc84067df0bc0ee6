import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { listTasksInput } from '@/contract/tasks'
import { TaskList } from '@/features/tasks/task-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tasks'))('title') }
}

export default async function TasksPage({ searchParams }: PageProps<'/tasks'>) {
  const input = readListing(listTasksInput, await searchParams)
  void getQueryClient().prefetchQuery(trpc.tasks.list.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <TaskList />
      </QueryBoundary>
    </Hydrate>
  )
}
