'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { ActivityBadge } from '@/features/listing/activity-badge'
import { formatPhone } from '@/lib/phone'
import { formatTaxId } from '@/lib/tax-id'
import type { AppRouter } from '@/server/api/root'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'

export type CustomerRow = inferRouterOutputs<AppRouter>['customers']['list']['rows'][number]

/** The columns of the list of customers. */
export function useCustomerColumns(): TableColumn<CustomerRow>[] {
  const t = useTranslations('customers')
  return [
    {
      id: 'number',
      header: t('columns.number'),
      isSortable: true,
      card: 'meta',
      cardLabel: t('columns.number'),
      cell: ({ number }) => <TextLink href={`/customers/${number}`}>{number}</TextLink>,
    },
    {
      id: 'name',
      header: t('columns.name'),
      isSortable: true,
      isGrow: true,
      isStrong: true,
      card: 'title',
      cell: ({ name, isActive }) => (
        <span className="inline-flex items-center gap-2">
          {name} <ActivityBadge isActive={isActive} />
        </span>
      ),
    },
    {
      id: 'taxId',
      header: t('columns.taxId'),
      card: 'meta',
      isCardHidden: ({ taxId }) => !taxId,
      cell: ({ taxId }) => (taxId ? formatTaxId(taxId) : '—'),
    },
    {
      id: 'city',
      header: t('columns.city'),
      card: 'line',
      isCardHidden: ({ city }) => !city,
      cell: ({ city }) => city ?? '—',
    },
    {
      id: 'phone',
      header: t('columns.phone'),
      card: 'lineEnd',
      isCardHidden: ({ phone }) => !phone,
      cell: ({ phone }) => (phone ? formatPhone(phone) : '—'),
    },
    {
      id: 'orders',
      header: t('columns.orders'),
      align: 'end',
      card: 'metaEnd',
      cell: ({ orderCount }) => <OrderCount count={orderCount} />,
    },
  ]
}

function OrderCount({ count }: { count: number }) {
  const t = useTranslations('customers')
  return (
    <>
      <span className="max-phone:hidden">{count === 0 ? '—' : count}</span>
      <span className="phone:hidden">{t('orderCount', { count })}</span>
    </>
  )
}
