'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { type InvoiceListView, invoiceListViews, type ListInvoices } from '@/contract/invoices'
import { countLimit } from '@/contract/listing'
import type { Listing } from '@/features/listing/use-listing'
import type { TablePager } from '@/ui/table-column'
import type { Tab } from '@/ui/tabs'

type Page = {
  rows: readonly unknown[]
  from: number
  nextCursor: string | null
  previousCursor: string | null
  counts: Record<InvoiceListView, number>
}

const tones: Partial<Record<InvoiceListView, Tab['tone']>> = { to_bill: 'ready', rejected: 'danger' }

/** The tabs and the pager of the billing list. With words to find, the pager says where it is and not out of how many. */
export function useInvoiceFrame(
  { input, hrefOf, change }: Listing<ListInvoices>,
  { rows, from, nextCursor, previousCursor, counts }: Page,
): { tabs: Tab[]; pager: TablePager | undefined } {
  const t = useTranslations('invoices.views')
  const table = useTranslations('kit.table')
  const format = useFormatter()
  const countWord = (count: number) =>
    count > countLimit ? table('more', { count: format.number(countLimit) }) : format.number(count)
  const range = { from: format.number(from + 1), to: format.number(from + rows.length) }
  return {
    tabs: invoiceListViews.map((view) => ({
      label: t(view),
      href: hrefOf({ view: view === 'to_bill' ? undefined : view, invoice: undefined }),
      isCurrent: input.view === view,
      count: countWord(counts[view]),
      tone: counts[view] > 0 ? tones[view] : undefined,
    })),
    pager:
      rows.length === 0
        ? undefined
        : {
            range: input.q
              ? `${range.from}–${range.to}`
              : table('range', { ...range, total: countWord(counts[input.view]) }),
            onPrevious: previousCursor === null ? undefined : () => change({ cursor: previousCursor }),
            onNext: nextCursor === null ? undefined : () => change({ cursor: nextCursor }),
          },
  }
}
