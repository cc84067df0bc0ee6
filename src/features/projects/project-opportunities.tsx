'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { formatAmount } from '@/lib/money'
import { Badge, type Tone } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import { Section } from '@/ui/section'
import type { Glyph } from '@/ui/status-glyph'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import type { Project } from './project-page'

type Opportunity = Project['opportunities'][number]

const looks: Record<Opportunity['status'], { tone: Tone; glyph: Glyph }> = {
  open: { tone: 'neutral', glyph: 'open' },
  won: { tone: 'ok', glyph: 'check' },
  lost: { tone: 'neutral', glyph: 'cross' },
}

/** The project's opportunities. */
export function ProjectOpportunities({ opportunities }: { opportunities: Opportunity[] }) {
  const t = useTranslations('projects.page')
  const router = useRouter()
  return (
    <Section title={t('opportunities')} note={t('opportunitiesNote', { count: opportunities.length })} isFlush>
      <DataTable
        caption={t('opportunitiesCaption')}
        columns={useColumns(opportunities)}
        rows={opportunities}
        rowId={({ id }) => id}
        rowName={({ number }) => t('opportunityRow', { number })}
        onOpen={({ number }) => router.push(`/opportunities/${number}` as Route)}
        empty={{ title: t('noOpportunities') }}
        isInline
      />
    </Section>
  )
}

function useColumns(rows: readonly Opportunity[]): TableColumn<Opportunity>[] {
  const t = useTranslations('projects.page')
  const columns: TableColumn<Opportunity>[] = [
    {
      id: 'number',
      header: t('number'),
      card: 'line',
      cell: ({ number }) => <TextLink href={`/opportunities/${number}`}>{number}</TextLink>,
    },
    {
      id: 'title',
      header: t('opportunity'),
      isGrow: true,
      isStrong: true,
      card: 'title',
      cell: ({ title }) => title,
    },
    { id: 'stage', header: t('stage'), card: 'extra', cell: ({ stage }) => stage },
    {
      id: 'status',
      header: t('status'),
      card: 'badge',
      cell: ({ status }) => <Badge {...looks[status]}>{t(`statuses.${status}`)}</Badge>,
    },
    {
      id: 'order',
      header: t('order'),
      card: 'lineEnd',
      cardLabel: t('order'),
      isCardHidden: ({ orderNumber }) => orderNumber === null,
      cell: ({ orderNumber }) =>
        orderNumber === null ? '—' : <TextLink href={`/sales-orders/${orderNumber}`}>{orderNumber}</TextLink>,
    },
    {
      id: 'value',
      header: t('value'),
      align: 'end',
      card: 'extraEnd',
      cardLabel: t('value'),
      cell: ({ valueCents }) => (valueCents === null ? null : formatAmount(valueCents)),
    },
  ]
  return columns.filter(({ id }) => id !== 'value' || rows.every(({ valueCents }) => valueCents !== null))
}
