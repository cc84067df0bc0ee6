'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArchiveRestore, Ban, FileUp, Pencil, Plus } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listServicesInput } from '@/contract/services'
import { ListOptions } from '@/features/listing/list-options'
import { ListSearch } from '@/features/listing/list-search'
import { useColumnChoice } from '@/features/listing/use-column-choice'
import { useListFrame } from '@/features/listing/use-list-frame'
import { useListing } from '@/features/listing/use-listing'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { DataTable } from '@/ui/data-table'
import { LinkButton } from '@/ui/link-button'
import type { MenuEntry } from '@/ui/menu'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'
import { InactivateServiceDialog } from './inactivate-service-dialog'
import { type ServiceRow, useServiceColumns } from './service-columns'

/** The catalogue: found by code or words, opened by Enter, taken out of use and back. */
export function ServiceList() {
  const t = useTranslations('services')
  const words = useTranslations('imports')
  const router = useRouter()
  const listing = useListing(listServicesInput)
  const { data } = useSuspenseQuery(useTRPC().services.list.queryOptions(listing.input))
  const { tabs, sort, onSort, pager } = useListFrame(listing, data)
  const choice = useColumnChoice('services', useServiceColumns(data.rows))
  const { actionsOf, dialog } = useServiceActions()
  const mayCreate = data.actions.create.length === 0
  useShortcut('n', () => router.push('/services/new' as Route), { label: t('new'), isEnabled: mayCreate })

  const create = mayCreate && (
    <LinkButton href="/services/new" variant="primary" icon={Plus} shortcut="N">
      {t('new')}
    </LinkButton>
  )
  const isInactive = listing.input.view === 'inactive'
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          mayCreate && (
            <>
              <LinkButton href="/services/import" icon={FileUp}>
                {words('action')}
              </LinkButton>
              {create}
            </>
          )
        }
      />
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
        rowName={({ code }) => t('rowName', { code })}
        rowActions={actionsOf}
        onOpen={({ id }) => router.push(`/services/${id}` as Route)}
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
      {dialog}
    </>
  )
}

function useServiceActions() {
  const t = useTranslations('services')
  const [inactivating, setInactivating] = useState<ServiceRow | null>(null)
  const sentenceOf = useRefusalSentence()
  const reactivate = useCommand(useTRPC().services.reactivate, {
    doneMessage: ({ code }) => t('reactivate.done', { code }),
  })
  function actionsOf(service: ServiceRow): MenuEntry[] {
    const { id, isActive, actions } = service
    return [
      { label: t('edit'), icon: Pencil, href: `/services/${id}` },
      isActive
        ? {
            label: t('inactivate.action'),
            icon: Ban,
            isDanger: true,
            onSelect: () => setInactivating(service),
            blockedBy: sentenceOf(actions.inactivate),
          }
        : {
            label: t('reactivate.action'),
            icon: ArchiveRestore,
            onSelect: () => void reactivate.run({ id }),
            blockedBy: sentenceOf(actions.reactivate),
          },
    ]
  }
  const dialog = inactivating && (
    <InactivateServiceDialog service={inactivating} onClose={() => setInactivating(null)} />
  )
  return { actionsOf, dialog }
}
