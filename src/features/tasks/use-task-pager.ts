'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { Listing } from '@/features/listing/use-listing'
import type { TablePager } from '@/ui/table-column'

type Page = { rows: readonly unknown[]; from: number; nextCursor: string | null; previousCursor: string | null }

/** Which items of the list the page shows, and the way to its neighbours; tabs count tasks, pages count items. */
export function useTaskPager(
  { change }: Pick<Listing<unknown>, 'change'>,
  { rows, from, nextCursor, previousCursor }: Page,
): TablePager | undefined {
  const t = useTranslations('tasks')
  const format = useFormatter()
  if (rows.length === 0) return undefined
  return {
    range: t('range', { from: format.number(from + 1), to: format.number(from + rows.length) }),
    onPrevious: previousCursor === null ? undefined : () => change({ cursor: previousCursor }),
    onNext: nextCursor === null ? undefined : () => change({ cursor: nextCursor }),
  }
}
