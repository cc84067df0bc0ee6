'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { countLimit } from '@/contract/listing'
import { listQuotesInput, quoteViews } from '@/contract/quotes'
import { ListOptions } from '@/features/listing/list-options'
import { ListSearch } from '@/features/listing/list-search'
import { useColumnChoice } from '@/features/listing/use-column-choice'
import { useListing } from '@/features/listing/use-listing'
import { useTRPC } from '@/trpc/client'
import { DataTable } from '@/ui/data-table'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'
import { useQuoteColumns } from './quote-columns'
import { useQuoteActions } from './use-quote-actions'

/** Quotes by status; a quote becomes an order from its row as from its page. */
export function QuoteList() {
  const t = useTranslations('quotes')
  const table = useTranslations('kit.table')
  const format = useFormatter()
  const router = useRouter()
  const listing = useListing(listQuotesInput)
  const { input, change } = listing
  const { data } = useSuspenseQuery(useTRPC().quotes.list.queryOptions(input))
  const { actionsOf, dialog } = useQuoteActions()
  const { rows, from, nextCursor, previousCursor, counts } = data
  const choice = useColumnChoice(
    'quotes',
    useQuoteColumns({ showsValues: rows.every(({ totalCents }) => totalCents !== null) }),
  )
  const mayCreate = data.actions.create.length === 0
  useShortcut('n', () => router.push('/quotes/new' as Route), { label: t('new'), isEnabled: mayCreate })

  const countWord = (count: number) =>
    count > countLimit ? table('more', { count: format.number(countLimit) }) : format.number(count)
  const create = mayCreate && (
    <LinkButton href="/quotes/new" variant="primary" icon={Plus} shortcut="N">
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <Tabs
        label={t('views.label')}
        tabs={quoteViews.map((view) => ({
          label: t(`views.${view}`),
          href: listing.hrefOf({ view: view === 'all' ? undefined : view }),
          isCurrent: input.view === view,
          count: countWord(counts[view]),
        }))}
      />
      <Toolbar end={<ListOptions choice={choice} />}>
        <ListSearch
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={input.q}
          onChange={(q) => change({ q }, 'replace')}
        />
      </Toolbar>
      <DataTable
        caption={t('caption')}
        columns={choice.columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ number }) => t('rowName', { number: `${number}` })}
        rowActions={actionsOf}
        onOpen={({ number }) => router.push(`/quotes/${number}` as Route)}
        sort={{ id: input.sort.replace('-', ''), direction: input.sort.startsWith('-') ? 'desc' : 'asc' }}
        onSort={({ id, direction }) => change({ sort: direction === 'desc' ? `-${id}` : id })}
        pager={
          rows.length === 0
            ? undefined
            : {
                range: table('range', {
                  from: format.number(from + 1),
                  to: format.number(from + rows.length),
                  total: countWord(counts[input.view]),
                }),
                onPrevious: previousCursor === null ? undefined : () => change({ cursor: previousCursor }),
                onNext: nextCursor === null ? undefined : () => change({ cursor: nextCursor }),
              }
        }
        isUpdating={listing.isUpdating}
        onClearFilters={input.q ? listing.clear : undefined}
        empty={
          input.view === 'all'
            ? { title: t('empty.title'), hint: t('empty.hint'), action: create }
            : { title: t('empty.view') }
        }
        hasShortcuts
      />
      {dialog}
    </>
  )
}
