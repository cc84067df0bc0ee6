'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { startTransition, useOptimistic } from 'react'
import { type ListSalesOrders, salesOrderStatuses } from '@/contract/sales-orders'
import { CustomerField } from '@/features/customers/customer-field'
import type { Listing } from '@/features/listing/use-listing'
import { ProjectField } from '@/features/projects/project-field'
import { formatDate } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { Checkbox } from '@/ui/checkbox'
import { DateField } from '@/ui/date-field'
import type { Filter } from '@/ui/filter-bar'
import type { OrderRow } from './order-columns'

export const orderFilterNames = [
  'status',
  'issuedFrom',
  'issuedTo',
  'sellerIds',
  'customerId',
  'projectId',
] as const satisfies readonly (keyof ListSalesOrders)[]

/** The filters of the order centre; each writes to the URL at once. */
export function useOrderFilters(
  { input, asked, change }: Listing<ListSalesOrders>,
  rows: readonly OrderRow[],
): Filter[] {
  const t = useTranslations('salesOrders.filters')
  const statusWord = useTranslations('listing.orders.statuses')
  const trpc = useTRPC()
  const { data: sellers = [] } = useQuery(trpc.members.names.queryOptions({}))
  // While one is filtered by, every row names it.
  const [first] = rows
  const { issuedFrom, issuedTo } = input

  return [
    {
      id: 'issued',
      name: t('issued'),
      value: periodWords(t, issuedFrom, issuedTo),
      onRemove: () => change({ issuedFrom: undefined, issuedTo: undefined }),
      editor: () => (
        <div className="flex gap-2">
          <DateField
            label={t('issuedFrom')}
            value={issuedFrom ?? ''}
            onChange={(day) => change({ issuedFrom: day || undefined }, 'replace')}
          />
          <DateField
            label={t('issuedTo')}
            value={issuedTo ?? ''}
            onChange={(day) => change({ issuedTo: day || undefined }, 'replace')}
          />
        </div>
      ),
    },
    {
      id: 'status',
      name: t('status'),
      value: input.status.length > 0 ? input.status.map((status) => statusWord(status)).join(', ') : null,
      onRemove: () => change({ status: undefined }),
      editor: () => (
        <Choices
          options={salesOrderStatuses.map((status) => ({ value: status, label: statusWord(status) }))}
          chosen={asked.status}
          onChange={(status) => change({ status: status.join(',') }, 'replace')}
        />
      ),
    },
    {
      id: 'seller',
      name: t('seller'),
      value:
        input.sellerIds.length > 0
          ? sellers.flatMap(({ userId, name }) => (input.sellerIds.includes(userId) ? [name] : [])).join(', ')
          : null,
      onRemove: () => change({ sellerIds: undefined }),
      editor: () => (
        <Choices
          options={sellers
            .filter(({ roles }) => roles.some((role) => role === 'seller' || role === 'manager' || role === 'admin'))
            .map(({ userId, name }) => ({ value: userId, label: name }))}
          chosen={asked.sellerIds}
          onChange={(ids) => change({ sellerIds: ids.join(',') }, 'replace')}
        />
      ),
    },
    {
      id: 'customer',
      name: t('customer'),
      value: input.customerId ? (first?.customerName ?? t('chosen')) : null,
      onRemove: () => change({ customerId: undefined }),
      editor: (close) => (
        <CustomerField
          label={t('customer')}
          value={input.customerId ?? ''}
          onChange={(id) => {
            change({ customerId: id || undefined })
            close()
          }}
        />
      ),
    },
    {
      id: 'project',
      name: t('project'),
      value: input.projectId ? (first?.projectName ?? t('chosen')) : null,
      onRemove: () => change({ projectId: undefined }),
      editor: (close) => (
        <ProjectField
          label={t('project')}
          value={input.projectId ?? ''}
          onChange={(id) => {
            change({ projectId: id || undefined })
            close()
          }}
        />
      ),
    },
  ]
}

type Option = { value: string; label: string }

function Choices<Value extends string>({
  options,
  chosen,
  onChange,
}: {
  options: readonly (Option & { value: Value })[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}) {
  const [ticked, tick] = useOptimistic(chosen)
  function toggle(value: Value, isTicked: boolean) {
    const next = isTicked ? [...ticked, value] : ticked.filter((other) => other !== value)
    startTransition(() => {
      tick(next)
      onChange(next)
    })
  }
  return (
    <div className="grid gap-1">
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          value={ticked.includes(value)}
          onChange={(isTicked) => toggle(value, isTicked)}
        />
      ))}
    </div>
  )
}

type PeriodWords = (key: 'issuedBetween' | 'issuedSince' | 'issuedUntil', values: Record<string, string>) => string

function periodWords(t: PeriodWords, from?: string, to?: string): string | null {
  if (from && to) return t('issuedBetween', { from: formatDate(from), to: formatDate(to) })
  if (from) return t('issuedSince', { from: formatDate(from) })
  return to ? t('issuedUntil', { to: formatDate(to) }) : null
}
