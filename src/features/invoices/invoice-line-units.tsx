'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDateTime } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import { shareOfNet } from '@/lib/money-share'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import type { TableColumn } from '@/ui/table-column'
import type { InvoiceLine } from './invoice-lines'

type Unit = InvoiceLine['units'][number] & { valueCents: number | null }

const firstUnits = 20

/** The units of one line, each with who did it and what proves it. */
export function InvoiceLineUnits({ line }: { line: InvoiceLine }) {
  const t = useTranslations('invoices.record.lines')
  const [showsAll, setShowsAll] = useState(false)
  const columns = useUnitColumns(line)
  const { amountCents, plannedUnits } = line
  const shareAt = (index: number) =>
    amountCents === null
      ? null
      : shareOfNet(amountCents, index + 1, plannedUnits) - shareOfNet(amountCents, index, plannedUnits)
  const units = line.units.map((unit, index) => ({ ...unit, valueCents: shareAt(index) }))
  const shown = showsAll ? units : units.slice(0, firstUnits)
  const rest = units.length - shown.length
  return (
    <>
      <DataTable
        caption={t('caption', { item: line.position })}
        columns={columns}
        rows={shown}
        rowId={({ taskId }) => taskId}
        rowName={({ unitNo }) => `${unitNo}/${line.unitTotal}`}
        isInline
      />
      {rest > 0 && (
        <p className="px-4 py-2">
          <Button variant="link" onClick={() => setShowsAll(true)}>
            {t('more', { count: rest })}
          </Button>
        </p>
      )}
    </>
  )
}

function useUnitColumns({ unitTotal, amountCents, units }: InvoiceLine): TableColumn<Unit>[] {
  const t = useTranslations('invoices.record.lines')
  const timeZone = useTimeZone()
  const hasLocations = units.some(({ location }) => location !== '')
  const columns: TableColumn<Unit>[] = [
    {
      id: 'unit',
      header: t('unit'),
      card: 'badge',
      cell: ({ unitNo }) => `${unitNo}/${unitTotal}`,
    },
    {
      id: 'location',
      header: t('location'),
      isGrow: true,
      card: 'line',
      isCardHidden: ({ location }) => location === '',
      cell: ({ location }) => location || t('noLocation'),
    },
    {
      id: 'technician',
      header: t('technician'),
      isGrow: !hasLocations,
      card: 'title',
      cell: ({ technician }) => technician ?? '—',
    },
    {
      id: 'concludedAt',
      header: t('concludedAt'),
      card: 'meta',
      cell: ({ concludedAt }) => (concludedAt ? formatDateTime(new Date(concludedAt), timeZone) : '—'),
    },
    {
      id: 'evidence',
      header: t('evidence'),
      card: hasLocations ? 'extra' : 'line',
      cell: (unit) => <Evidence unit={unit} />,
    },
    {
      id: 'value',
      header: t('value'),
      align: 'end',
      card: 'metaEnd',
      cell: ({ valueCents }) => (valueCents === null ? null : formatAmount(valueCents)),
    },
  ]
  return columns.filter(({ id }) => (id !== 'value' || amountCents !== null) && (id !== 'location' || hasLocations))
}

function Evidence({ unit: { photos, hasReport, hasSignature, isHeld } }: { unit: Unit }) {
  const t = useTranslations('invoices.record.lines')
  const words = [t('photos', { photos }), hasReport && t('report'), hasSignature && t('signature')]
  return <span className="text-ink-2">{[...words, !isHeld && t('released')].filter(Boolean).join(' · ')}</span>
}
