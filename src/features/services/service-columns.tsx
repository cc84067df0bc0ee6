'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { ActivityBadge } from '@/features/listing/activity-badge'
import { formatAmount } from '@/lib/money'
import type { AppRouter } from '@/server/api/root'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { formatNationalServiceCode } from './national-service-code-field'

export type ServiceRow = inferRouterOutputs<AppRouter>['services']['list']['rows'][number]

const percent = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The columns of the catalogue; the price only where the person may see it. */
export function useServiceColumns(rows: readonly ServiceRow[]): TableColumn<ServiceRow>[] {
  const t = useTranslations('services')
  const columns: TableColumn<ServiceRow>[] = [
    {
      id: 'code',
      header: t('columns.code'),
      isSortable: true,
      card: 'meta',
      cell: ({ id, code }) => <TextLink href={`/services/${id}`}>{code}</TextLink>,
    },
    {
      id: 'description',
      header: t('columns.description'),
      isSortable: true,
      isGrow: true,
      isStrong: true,
      card: 'title',
      cell: ({ description, isActive }) => (
        <span className="inline-flex items-center gap-2">
          {description} <ActivityBadge isActive={isActive} />
        </span>
      ),
    },
    { id: 'unit', header: t('columns.unit'), card: 'meta', cell: ({ unitCode }) => unitCode },
    {
      id: 'nationalCode',
      header: t('columns.nationalCode'),
      card: 'line',
      cardLabel: t('columns.nationalCode'),
      isCardHidden: ({ nationalServiceCode }) => !nationalServiceCode,
      cell: ({ nationalServiceCode }) => (nationalServiceCode ? formatNationalServiceCode(nationalServiceCode) : '—'),
    },
    {
      id: 'iss',
      header: t('columns.iss'),
      align: 'end',
      card: 'hidden',
      cell: ({ issRateBasisPoints, issWithheld }) =>
        issRateBasisPoints === null
          ? '—'
          : `${percent.format(issRateBasisPoints / 100)} %${issWithheld ? ` ${t('withheld')}` : ''}`,
    },
    {
      id: 'taskType',
      header: t('columns.taskType'),
      card: 'hidden',
      cell: ({ taskType, kind }) => (kind === 'goods' ? t('kinds.goods') : (taskType ?? '—')),
    },
    {
      id: 'price',
      header: t('columns.price'),
      align: 'end',
      card: 'metaEnd',
      cardLabel: t('columns.currency'),
      cell: ({ unitPriceCents }) => (unitPriceCents === null ? null : formatAmount(unitPriceCents)),
    },
  ]
  return columns.filter(({ id }) => id !== 'price' || rows.every(({ unitPriceCents }) => unitPriceCents !== null))
}
