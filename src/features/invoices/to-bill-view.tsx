'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListInvoices } from '@/contract/invoices'
import type { Listing } from '@/features/listing/use-listing'
import { formatCents } from '@/lib/money'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { SelectionBar } from '@/ui/selection-bar'
import { useShortcut } from '@/ui/shortcut-provider'
import { AgesToBill } from './ages-to-bill'
import type { OrderToBill, ToBillPage } from './invoice-list'
import { InvoiceListHead } from './invoice-list-head'
import { IssueManyDialog } from './issue-many-dialog'
import { RejectedNotes } from './rejected-notes'
import { useToBillActions } from './to-bill-actions'
import { useToBillColumns } from './to-bill-columns'
import { useInvoiceFrame } from './use-invoice-frame'
import { useInvoicePanel } from './use-invoice-panel'

/** The work-list of billing: what can be billed and is on no note, what waits longest first. */
export function ToBillView({ listing, page }: { listing: Listing<ListInvoices>; page: ToBillPage }) {
  const t = useTranslations('invoices')
  const table = useTranslations('kit.selection')
  const router = useRouter()
  const panel = useInvoicePanel()
  const { tabs, pager } = useInvoiceFrame(listing, page)
  const canIssue = page.actions.issue.length === 0
  const columns = useToBillColumns({ page, canIssue })
  const actionsOf = useToBillActions(canIssue)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isSelecting, setIsSelecting] = useState(false)
  const [billing, setBilling] = useState<readonly OrderToBill[] | null>(null)
  const chosen = page.rows.filter(({ id }) => selected.has(id))
  const ready = page.rows.filter(({ actions, rejected }) => actions.issue.length === 0 && rejected === null)
  const clear = () => {
    setSelected(new Set())
    setIsSelecting(false)
  }
  useShortcut('escape', clear, { isEnabled: chosen.length > 0 })

  return (
    <>
      <InvoiceListHead
        listing={listing}
        tabs={tabs}
        actions={canIssue && ready.length > 1 && <BillButton orders={ready} onBill={setBilling} isPrimary />}
        end={<AgesToBill sums={page.sums} />}
        selectionBar={
          chosen.length > 0 && (
            <SelectionBar count={chosen.length} onClear={clear}>
              <BillButton orders={chosen} onBill={setBilling} />
            </SelectionBar>
          )
        }
      >
        {canIssue && page.rows.length > 0 && (
          <Button className="phone:hidden" onClick={() => (isSelecting ? clear() : setIsSelecting(true))}>
            {table(isSelecting ? 'stop' : 'start')}
          </Button>
        )}
      </InvoiceListHead>
      <div className="min-h-0 flex-1 overflow-auto bg-canvas">
        <div className="bg-surface">
          <DataTable
            caption={t('toBill.caption')}
            columns={columns}
            rows={page.rows}
            rowId={({ id }) => id}
            rowName={({ number, customer }) => t('toBill.rowName', { number, customer: customer.name })}
            rowActions={actionsOf}
            onOpen={({ number }) => (canIssue ? panel.open(number) : router.push(`/sales-orders/${number}` as Route))}
            selection={canIssue ? { selected, onChange: setSelected, isSelecting } : undefined}
            footer={page.rows.length > 0 && <Sums page={page} />}
            pager={pager}
            isUpdating={listing.isUpdating}
            onClearFilters={listing.input.q ? listing.clear : undefined}
            empty={{ title: t('toBill.empty'), hint: t('toBill.emptyHint') }}
            hasShortcuts
            isInline
          />
        </div>
        {page.counts.rejected > 0 && !listing.input.q && <RejectedNotes href={listing.hrefOf({ view: 'rejected' })} />}
      </div>
      {billing && (
        <IssueManyDialog
          orders={billing}
          onClose={() => {
            setBilling(null)
            clear()
          }}
        />
      )}
    </>
  )
}

type BillButtonProps = {
  orders: readonly OrderToBill[]
  onBill: (orders: readonly OrderToBill[]) => void
  isPrimary?: boolean
}

function BillButton({ orders, onBill, isPrimary }: BillButtonProps) {
  const t = useTranslations('invoices.many')
  const count = orders.length
  const cents = orders.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0)
  return (
    <Button variant="primary" size={isPrimary ? 'normal' : 'small'} onClick={() => onBill(orders)}>
      {cents > 0 ? t('actionAmount', { count, amount: formatCents(cents) }) : t('action', { count })}
    </Button>
  )
}

function Sums({ page: { sums } }: { page: ToBillPage }) {
  const t = useTranslations('invoices.toBill')
  return (
    <>
      <b>{t('total', { orders: sums.orders })}</b>
      <span>{t('totalUnits', { units: sums.units })}</span>
      {sums.totalCents !== null && (
        <span className="font-medium text-ready-tx">{t('totalValue', { amount: formatCents(sums.totalCents) })}</span>
      )}
    </>
  )
}
