import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readListing } from '@/contract/listing'
import { listTasksInput, taskBoardInput } from '@/contract/tasks'
import { TaskList } from '@/features/tasks/task-list'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tasks'))('title') }
}

export default async function TasksPage({ searchParams }: PageProps<'/tasks'>) {
  const params = await searchParams
  const { list, board } = trpc.tasks
  const queries = getQueryClient()
  if (params.look === 'board') void queries.prefetchQuery(board.queryOptions(readListing(taskBoardInput, params)))
  else void queries.prefetchQuery(list.queryOptions(readListing(listTasksInput, params)))
  return (
    <Hydrate>
      <QueryBoundary>
        <TaskList />
      </QueryBoundary>
    </Hydrate>
  )
}
