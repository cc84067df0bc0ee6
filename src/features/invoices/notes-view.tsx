'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { InvoiceView, ListInvoices } from '@/contract/invoices'
import type { Listing } from '@/features/listing/use-listing'
import { DataTable } from '@/ui/data-table'
import { LinkButton } from '@/ui/link-button'
import type { NotesPage } from './invoice-list'
import { InvoiceListHead } from './invoice-list-head'
import { useNoteActions } from './note-actions'
import { useNoteColumns } from './note-columns'
import { useInvoiceFrame } from './use-invoice-frame'
import { useInvoiceName } from './use-invoice-name'

/** The notes of one state, the newest first. */
export function NotesView({ listing, page }: { listing: Listing<ListInvoices>; page: NotesPage }) {
  const t = useTranslations('invoices.notes')
  const router = useRouter()
  const nameOf = useInvoiceName()
  const view: InvoiceView = listing.input.view === 'to_bill' ? 'authorised' : listing.input.view
  const { tabs, pager } = useInvoiceFrame(listing, page)
  const columns = useNoteColumns(view, page)
  const actionsOf = useNoteActions()
  return (
    <>
      <InvoiceListHead listing={listing} tabs={tabs} />
      <DataTable
        caption={t(`caption.${view}`)}
        columns={columns}
        rows={page.rows}
        rowId={({ id }) => id}
        rowName={(note) => t('rowName', { name: nameOf(note), customer: note.customer.name })}
        rowActions={actionsOf}
        onOpen={({ number }) => router.push(`/invoices/${number}` as Route)}
        pager={pager}
        isUpdating={listing.isUpdating}
        onClearFilters={listing.input.q ? listing.clear : undefined}
        empty={{
          title: t(`empty.${view}`),
          hint: t(`emptyHint.${view}`),
          action: view === 'authorised' && <LinkButton href="/invoices">{t('seeToBill')}</LinkButton>,
        }}
        hasShortcuts
      />
    </>
  )
}
