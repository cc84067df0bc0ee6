'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { listInvoicesInput } from '@/contract/invoices'
import { useListing } from '@/features/listing/use-listing'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { InvoicePanelFromUrl } from './invoice-panel-from-url'
import { NotesView } from './notes-view'
import { ToBillView } from './to-bill-view'

export type InvoicePage = inferRouterOutputs<AppRouter>['invoices']['list']
export type ToBillPage = Extract<InvoicePage, { kind: 'orders' }>
export type NotesPage = Extract<InvoicePage, { kind: 'notes' }>
export type OrderToBill = ToBillPage['rows'][number]
export type NoteRow = NotesPage['rows'][number]

const pollMs = 3_000

/** "Faturamento / NFS-e": orders with work to bill by the age of that work, and the notes by their state. */
export function InvoiceList() {
  const listing = useListing(listInvoicesInput)
  const { view } = listing.input
  const { data } = useSuspenseQuery({
    ...useTRPC().invoices.list.queryOptions(listing.input),
    refetchInterval: ({ state }) =>
      view === 'processing' && state.data && state.data.rows.length > 0 ? pollMs : false,
  })
  return (
    <>
      {data.kind === 'orders' ? (
        <ToBillView listing={listing} page={data} />
      ) : (
        <NotesView key={view} listing={listing} page={data} />
      )}
      <InvoicePanelFromUrl />
    </>
  )
}
