'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Download, Plus, Settings } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { countLimit } from '@/contract/listing'
import { listSalesOrdersInput, salesOrderViews } from '@/contract/sales-orders'
import { InvoicePanelFromUrl } from '@/features/invoices/invoice-panel-from-url'
import { ListOptions } from '@/features/listing/list-options'
import { ListSearch } from '@/features/listing/list-search'
import { useColumnChoice } from '@/features/listing/use-column-choice'
import { useListing } from '@/features/listing/use-listing'
import { ViewTabs } from '@/features/saved-views/view-tabs'
import { SettingsDrawer } from '@/features/settings/settings-drawer'
import { TaskPanelFromUrl } from '@/features/tasks/task-panel-from-url'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { FilterBar } from '@/ui/filter-bar'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { SelectionBar } from '@/ui/selection-bar'
import { useShortcut } from '@/ui/shortcut-provider'
import { Toolbar } from '@/ui/toolbar'
import { GenerateDialog } from './generate-dialog'
import { useOrderColumns } from './order-columns'
import { OrderFooter } from './order-footer'
import { StatusPanel } from './status-panel'
import { useAllOfFilter } from './use-all-of-filter'
import { useOrderActions } from './use-order-actions'
import { useOrderExport } from './use-order-export'
import { orderFilterNames, useOrderFilters } from './use-order-filters'
import { useOrderPager } from './use-order-pager'
import { useOrderPanel } from './use-order-panel'

/** 1.1: the order centre. The gear, an order's status and the dialog that invoices it open over it, by the URL. */
export function OrderList() {
  const t = useTranslations('salesOrders')
  const kit = useTranslations('kit.selection')
  const router = useRouter()
  const format = useFormatter()
  const listing = useListing(listSalesOrdersInput, ['q', ...orderFilterNames])
  const { input, change } = listing
  const { data } = useSuspenseQuery(useTRPC().salesOrders.list.queryOptions(input))
  const panel = useOrderPanel()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isSelecting, setIsSelecting] = useState(false)
  const [isGenerating, setIsGenerating] = useState(false)
  const filters = useOrderFilters(listing, data.rows)
  const choice = useColumnChoice(
    'salesOrders',
    useOrderColumns({
      showsProjectAndContract: data.showsProjectAndContract,
      showsValues: data.sums !== null,
      onStatus: panel.openStatus,
    }),
  )
  const { actionsOf, dialog } = useOrderActions(panel)
  const file = useOrderExport(input)
  const pager = useOrderPager(listing, data)
  const allOfFilter = useAllOfFilter(input, data, selected, setSelected)
  const mayCreate = data.actions.create.length === 0
  const mayConfigure = data.actions.configure.length === 0
  useShortcut('n', () => router.push('/sales-orders/new' as Route), { label: t('new'), isEnabled: mayCreate })

  const countWord = (count: number) => (count > countLimit ? `${format.number(countLimit)}+` : format.number(count))
  const create = mayCreate && (
    <LinkButton href="/sales-orders/new" variant="primary" icon={Plus} shortcut="N">
      {t('new')}
    </LinkButton>
  )
  const isFiltered = input.q !== '' || filters.some(({ value }) => value !== null)
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button icon={Download} isPending={file.isPending} className="max-phone:hidden" onClick={file.saveFound}>
              {t('export.action')}
            </Button>
            {mayConfigure && (
              <Button icon={Settings} onClick={panel.openSettings}>
                {t('configure')}
              </Button>
            )}
            {create}
          </>
        }
      />
      <ViewTabs
        list="salesOrders"
        label={t('views.label')}
        tabs={salesOrderViews.map((view) => ({
          label: t(`views.${view}`),
          href: listing.hrefOf({ view: view === 'all' ? undefined : view }),
          isCurrent: input.view === view,
          count: countWord(data.counts[view]),
          tone: view === 'billable' ? ('ready' as const) : undefined,
        }))}
      />
      {selected.size > 0 ? (
        <SelectionBar count={selected.size} onClear={() => setSelected(new Set())} allOfFilter={allOfFilter}>
          <Button size="small" onClick={() => setIsGenerating(true)}>
            {t('actions.generate')}
          </Button>
          <Button size="small" onClick={() => file.saveChosen(selected)}>
            {t('export.action')}
          </Button>
        </SelectionBar>
      ) : (
        <Toolbar end={<ListOptions choice={choice} />}>
          <ListSearch
            label={t('search.label')}
            placeholder={t('search.placeholder')}
            value={input.q}
            onChange={(q) => change({ q }, 'replace')}
          />
          <FilterBar filters={filters} onClear={listing.clear} />
          <Button size="small" className="phone:hidden" onClick={() => setIsSelecting(!isSelecting)}>
            {kit(isSelecting ? 'stop' : 'start')}
          </Button>
        </Toolbar>
      )}
      <DataTable
        caption={t('caption')}
        columns={choice.columns}
        rows={data.rows}
        rowId={({ id }) => id}
        rowName={({ number }) => t('rowName', { number: `${number}` })}
        rowActions={actionsOf}
        onOpen={({ number }) => router.push(`/sales-orders/${number}` as Route)}
        onStatus={({ number }) => panel.openStatus(number)}
        sort={{ id: input.sort.replace('-', ''), direction: input.sort.startsWith('-') ? 'desc' : 'asc' }}
        onSort={({ id, direction }) => change({ sort: direction === 'desc' ? `-${id}` : id })}
        selection={{ selected, onChange: setSelected, isSelecting: isSelecting || selected.size > 0 }}
        footer={<OrderFooter count={data.counts[input.view]} sums={data.sums} />}
        pager={pager}
        isUpdating={listing.isUpdating}
        onClearFilters={isFiltered ? listing.clear : undefined}
        empty={
          input.view === 'all'
            ? { title: t('empty.title'), hint: t('empty.hint'), action: create }
            : { title: t(`empty.${input.view}`) }
        }
        hasShortcuts
      />
      {dialog}
      {isGenerating && <GenerateDialog ids={[...selected]} onClose={() => setIsGenerating(false)} />}
      {panel.shown === 'settings' && mayConfigure && <SettingsDrawer onClose={panel.close} />}
      {panel.shown === 'status' && panel.order !== null && (
        <StatusPanel number={panel.order} onClose={panel.close} onShow={panel.openStatus} />
      )}
      <TaskPanelFromUrl />
      <InvoicePanelFromUrl />
    </>
  )
}
