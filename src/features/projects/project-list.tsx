'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { FolderOpen, Pencil, Plus } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listProjectsInput } from '@/contract/projects'
import { ListOptions } from '@/features/listing/list-options'
import { ListSearch } from '@/features/listing/list-search'
import { useColumnChoice } from '@/features/listing/use-column-choice'
import { useListFrame } from '@/features/listing/use-list-frame'
import { useListing } from '@/features/listing/use-listing'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'
import { type ProjectRow, useProjectColumns } from './project-columns'
import { ProjectDialog } from './project-dialog'

/** Projects: each gathers the orders and opportunities of one work. */
export function ProjectList() {
  const t = useTranslations('projects')
  const router = useRouter()
  const listing = useListing(listProjectsInput)
  const { data } = useSuspenseQuery(useTRPC().projects.list.queryOptions(listing.input))
  const { tabs, sort, onSort, pager } = useListFrame(listing, data)
  const choice = useColumnChoice('projects', useProjectColumns())
  const sentenceOf = useRefusalSentence()
  const [editing, setEditing] = useState<ProjectRow | 'new' | null>(null)
  const mayCreate = data.actions.create.length === 0
  useShortcut('n', () => setEditing('new'), { label: t('new'), isEnabled: mayCreate })
  const open = ({ number }: ProjectRow) => `/projects/${number}`
  const create = mayCreate && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setEditing('new')}>
      {t('new')}
    </Button>
  )
  const isInactive = listing.input.view === 'inactive'
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <Tabs label={t('title')} tabs={tabs} />
      <Toolbar end={<ListOptions choice={choice} />}>
        <ListSearch
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={listing.input.q}
          onChange={(q) => listing.change({ q }, 'replace')}
        />
      </Toolbar>
      <DataTable
        caption={t('caption')}
        columns={choice.columns}
        rows={data.rows}
        rowId={({ id }) => id}
        rowName={({ number, name }) => t('rowName', { number, name })}
        rowActions={(project) => [
          { label: t('open'), icon: FolderOpen, href: open(project) },
          {
            label: t('editAction'),
            icon: Pencil,
            onSelect: () => setEditing(project),
            blockedBy: sentenceOf(project.actions.update),
          },
        ]}
        onOpen={(project) => router.push(open(project) as Route)}
        sort={sort}
        onSort={onSort}
        pager={pager}
        isUpdating={listing.isUpdating}
        onClearFilters={listing.input.q ? listing.clear : undefined}
        empty={
          isInactive
            ? { title: t('empty.inactive') }
            : { title: t('empty.title'), hint: t('empty.hint'), action: create }
        }
        hasShortcuts
      />
      {editing && <ProjectDialog project={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}
