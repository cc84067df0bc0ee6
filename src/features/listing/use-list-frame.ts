'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { countLimit, type RegisterView, registerViews } from '@/contract/listing'
import type { TablePager, TableSort } from '@/ui/table-column'
import type { Tab } from '@/ui/tabs'
import type { Listing } from './use-listing'

type Page = { rows: readonly unknown[]; from: number; nextCursor: string | null; previousCursor: string | null }
type Input = { view: RegisterView; sort: string }

/** The tabs, the order and the pager of a register's list, from its URL and its answer. */
export function useListFrame(
  { input, hrefOf, change }: Listing<Input>,
  { counts, ...page }: Page & { counts: Record<RegisterView, number> },
): { tabs: Tab[]; sort: TableSort; onSort: (sort: TableSort) => void; pager: TablePager | undefined } {
  const t = useTranslations('listing')
  const table = useTranslations('kit.table')
  const format = useFormatter()
  const countWord = (count: number) =>
    count > countLimit ? table('more', { count: format.number(countLimit) }) : format.number(count)
  const [from, to] = [page.from + 1, page.from + page.rows.length]
  const { previousCursor, nextCursor } = page
  return {
    tabs: registerViews.map((view) => ({
      label: t(`views.${view}`),
      href: hrefOf({ view: view === 'active' ? undefined : view }),
      isCurrent: input.view === view,
      count: countWord(counts[view]),
    })),
    sort: { id: input.sort.replace('-', ''), direction: input.sort.startsWith('-') ? 'desc' : 'asc' },
    onSort: ({ id, direction }) => change({ sort: direction === 'desc' ? `-${id}` : id }),
    pager:
      page.rows.length === 0
        ? undefined
        : {
            range: table('range', {
              from: format.number(from),
              to: format.number(to),
              total: countWord(counts[input.view]),
            }),
            onPrevious: previousCursor === null ? undefined : () => change({ cursor: previousCursor }),
            onNext: nextCursor === null ? undefined : () => change({ cursor: nextCursor }),
          },
  }
}
