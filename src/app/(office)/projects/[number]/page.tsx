import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getProjectInput } from '@/contract/projects'
import { ProjectPage } from '@/features/projects/project-page'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

type Props = PageProps<'/projects/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('projects.dialog')
  return { title: t('editTitle', { number: (await params).number }) }
}

export default async function ProjectRoute({ params }: Props) {
  const { data: input } = getProjectInput.safeParse({ number: Number((await params).number) })
  if (!input) notFound()
  void getQueryClient().prefetchQuery(trpc.projects.get.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <ProjectPage number={input.number} />
      </QueryBoundary>
    </Hydrate>
  )
}
