'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { countLimit } from '@/contract/listing'
import type { SalesOrderView } from '@/contract/sales-orders'
import type { Listing } from '@/features/listing/use-listing'
import type { TablePager } from '@/ui/table-column'

type Page = {
  rows: readonly unknown[]
  from: number
  nextCursor: string | null
  previousCursor: string | null
  counts: Record<SalesOrderView, number>
}

/** Where the page stands in its view, and the way to its neighbours. */
export function useOrderPager(
  { input, change }: Listing<{ view: SalesOrderView }>,
  { rows, from, nextCursor, previousCursor, counts }: Page,
): TablePager | undefined {
  const t = useTranslations('kit.table')
  const format = useFormatter()
  if (rows.length === 0) return undefined
  const count = counts[input.view]
  const total = count > countLimit ? t('more', { count: format.number(countLimit) }) : format.number(count)
  return {
    range: t('range', { from: format.number(from + 1), to: format.number(from + rows.length), total }),
    onPrevious: previousCursor === null ? undefined : () => change({ cursor: previousCursor }),
    onNext: nextCursor === null ? undefined : () => change({ cursor: nextCursor }),
  }
}
