'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { ActivityBadge } from '@/features/listing/activity-badge'
import type { AppRouter } from '@/server/api/root'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'

export type ProjectRow = inferRouterOutputs<AppRouter>['projects']['list']['rows'][number]

/** The columns of the list of projects. */
export function useProjectColumns(): TableColumn<ProjectRow>[] {
  const t = useTranslations('projects.columns')
  return [
    {
      id: 'number',
      header: t('number'),
      isSortable: true,
      card: 'meta',
      cardLabel: t('number'),
      cell: ({ number }) => <TextLink href={`/projects/${number}`}>{number}</TextLink>,
    },
    {
      id: 'name',
      header: t('name'),
      isSortable: true,
      isStrong: true,
      card: 'title',
      cell: ({ name, isActive }) => (
        <span className="inline-flex items-center gap-2">
          {name} <ActivityBadge isActive={isActive} />
        </span>
      ),
    },
    {
      id: 'customer',
      header: t('customer'),
      isGrow: true,
      card: 'line',
      isCardHidden: ({ customerName }) => !customerName,
      cell: ({ customerName }) => customerName ?? '—',
    },
    {
      id: 'opportunities',
      header: t('opportunities'),
      align: 'end',
      card: 'extra',
      cardLabel: t('opportunities'),
      cell: ({ opportunityCount }) => opportunityCount || '—',
    },
    {
      id: 'orders',
      header: t('orders'),
      align: 'end',
      card: 'extraEnd',
      cardLabel: t('orders'),
      cell: ({ orderCount }) => orderCount || '—',
    },
  ]
}
