'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listContractsInput } from '@/contract/contracts'
import { ActivityBadge } from '@/features/listing/activity-badge'
import { ListOptions } from '@/features/listing/list-options'
import { ListSearch } from '@/features/listing/list-search'
import { useColumnChoice } from '@/features/listing/use-column-choice'
import { useListFrame } from '@/features/listing/use-list-frame'
import { useListing } from '@/features/listing/use-listing'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import type { TableColumn } from '@/ui/table-column'
import { Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'
import { ContractDialog } from './contract-dialog'

type ContractRow = inferRouterOutputs<AppRouter>['contracts']['list']['rows'][number]

/** Contracts that orders may name. */
export function ContractList() {
  const t = useTranslations('contracts')
  const listing = useListing(listContractsInput)
  const { data } = useSuspenseQuery(useTRPC().contracts.list.queryOptions(listing.input))
  const { tabs, sort, onSort, pager } = useListFrame(listing, data)
  const sentenceOf = useRefusalSentence()
  const choice = useColumnChoice('contracts', useColumns())
  const [editing, setEditing] = useState<ContractRow | 'new' | null>(null)
  const mayCreate = data.actions.create.length === 0
  useShortcut('n', () => setEditing('new'), { label: t('new'), isEnabled: mayCreate })
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
        rowName={({ code }) => t('rowName', { code })}
        rowActions={(contract) => [
          {
            label: t('editAction'),
            icon: Pencil,
            onSelect: () => setEditing(contract),
            blockedBy: sentenceOf(contract.actions.update),
          },
        ]}
        onOpen={(contract) => contract.actions.update.length === 0 && setEditing(contract)}
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
      {editing && <ContractDialog contract={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function useColumns(): TableColumn<ContractRow>[] {
  const t = useTranslations('contracts.columns')
  return [
    {
      id: 'code',
      header: t('code'),
      isSortable: true,
      isStrong: true,
      card: 'title',
      cell: ({ code, isActive }) => (
        <span className="inline-flex items-center gap-2">
          {code} <ActivityBadge isActive={isActive} />
        </span>
      ),
    },
    {
      id: 'description',
      header: t('description'),
      isGrow: true,
      card: 'line',
      isCardHidden: ({ description }) => !description,
      cell: ({ description }) => description || '—',
    },
    {
      id: 'customer',
      header: t('customer'),
      card: 'extra',
      isCardHidden: ({ customerName }) => !customerName,
      cell: ({ customerName }) => customerName ?? '—',
    },
    {
      id: 'orders',
      header: t('orders'),
      align: 'end',
      card: 'extraEnd',
      cardLabel: t('orders'),
      cell: ({ orderCount }) => orderCount || '—',
    },
  ]
}
