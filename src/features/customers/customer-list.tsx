'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArchiveRestore, Ban, FileUp, Pencil, UserPlus } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listCustomersInput } from '@/contract/customers'
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
import { type CustomerRow, useCustomerColumns } from './customer-columns'
import { InactivateCustomerDialog } from './inactivate-customer-dialog'

/** Customers: found by words, opened by Enter, taken out of use and back. */
export function CustomerList() {
  const t = useTranslations('customers')
  const words = useTranslations('imports')
  const router = useRouter()
  const listing = useListing(listCustomersInput)
  const { data } = useSuspenseQuery(useTRPC().customers.list.queryOptions(listing.input))
  const { tabs, sort, onSort, pager } = useListFrame(listing, data)
  const choice = useColumnChoice('customers', useCustomerColumns())
  const { actionsOf, dialog } = useCustomerActions()
  const mayCreate = data.actions.create.length === 0
  useShortcut('n', () => router.push('/customers/new' as Route), { label: t('new'), isEnabled: mayCreate })

  const create = mayCreate && (
    <LinkButton href="/customers/new" variant="primary" icon={UserPlus} shortcut="N">
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
              <LinkButton href="/customers/import" icon={FileUp}>
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
        rowName={({ number, name }) => t('rowName', { number, name })}
        rowActions={actionsOf}
        onOpen={({ number }) => router.push(`/customers/${number}` as Route)}
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

function useCustomerActions() {
  const t = useTranslations('customers')
  const [inactivating, setInactivating] = useState<CustomerRow | null>(null)
  const sentenceOf = useRefusalSentence()
  const reactivate = useCommand(useTRPC().customers.reactivate, {
    doneMessage: ({ name }) => t('reactivate.done', { name }),
  })
  function actionsOf(customer: CustomerRow): MenuEntry[] {
    const { id, number, isActive, actions } = customer
    return [
      { label: t('edit'), icon: Pencil, href: `/customers/${number}` },
      isActive
        ? {
            label: t('inactivate.action'),
            icon: Ban,
            isDanger: true,
            onSelect: () => setInactivating(customer),
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
    <InactivateCustomerDialog customer={inactivating} onClose={() => setInactivating(null)} />
  )
  return { actionsOf, dialog }
}
