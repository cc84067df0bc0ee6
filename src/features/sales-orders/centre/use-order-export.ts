'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { exportSalesOrdersInput, type ListSalesOrders } from '@/contract/sales-orders'
import { saveFile } from '@/features/listing/save-file'
import { todayIn } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { refusalOf } from '@/trpc/refusal-of'
import { useToast } from '@/ui/toast'
import { orderTable } from './order-table'

/** "Exportar": the orders as a file for a spreadsheet, all that the filter finds or those chosen of it. */
export function useOrderExport(input: ListSalesOrders) {
  const t = useTranslations('salesOrders.export')
  const statusWord = useTranslations('listing.orders.statuses')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [isPending, setIsPending] = useState(false)

  async function save(ids?: string[]) {
    setIsPending(true)
    try {
      const filters = exportSalesOrdersInput.strip().parse({ ...input, ids })
      const { rows, isCut } = await queries.fetchQuery(
        trpc.salesOrders.exportRows.queryOptions(filters, { staleTime: 0, gcTime: 0 }),
      )
      const { toCsv } = await import('@/lib/csv')
      const table = orderTable(rows, t, statusWord)
      saveFile(t('file', { day: todayIn('America/Sao_Paulo') }), toCsv(table), 'text/csv;charset=utf-8')
      toast.status(t(isCut ? 'cut' : 'done', { count: rows.length }))
    } catch (error) {
      toast.alert(refusalOf(error)?.message ?? t('failed'))
    } finally {
      setIsPending(false)
    }
  }
  return {
    isPending,
    saveFound: () => void save(),
    saveChosen: (ids: Iterable<string>) => void save([...ids]),
  }
}
