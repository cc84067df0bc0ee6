'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { type ListSalesOrders, listOrderIdsInput, mostOrdersAtOnce, type SalesOrderView } from '@/contract/sales-orders'
import { useTRPC } from '@/trpc/client'
import { refusalOf } from '@/trpc/refusal-of'
import type { SelectionBarProps } from '@/ui/selection-bar'
import { useToast } from '@/ui/toast'

type Found = { rows: readonly { id: string }[]; counts: Record<SalesOrderView, number> }

/** "Selecionar todos os 87 deste filtro", offered once the whole page is chosen and the filter finds more. */
export function useAllOfFilter(
  input: ListSalesOrders,
  { rows, counts }: Found,
  selected: ReadonlySet<string>,
  select: (ids: ReadonlySet<string>) => void,
): SelectionBarProps['allOfFilter'] {
  const t = useTranslations('salesOrders.selection')
  const format = useFormatter()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const count = Math.min(counts[input.view], mostOrdersAtOnce)
  if (selected.size >= count || !rows.every(({ id }) => selected.has(id))) return undefined

  async function selectAll() {
    try {
      const filters = listOrderIdsInput.strip().parse(input)
      const options = trpc.salesOrders.ids.queryOptions(filters, { staleTime: 0, gcTime: 0 })
      const { ids } = await queries.fetchQuery(options)
      select(new Set(ids))
    } catch (error) {
      toast.alert(refusalOf(error)?.message ?? t('failed'))
    }
  }
  const isCut = counts[input.view] > mostOrdersAtOnce
  return {
    label: t(isCut ? 'newest' : 'all', { count: format.number(count) }),
    onSelect: () => void selectAll(),
  }
}
