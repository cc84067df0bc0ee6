'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ImportRegister } from '@/contract/imports'
import type { SheetCheck } from '@/server/api/answer-import'
import { Badge } from '@/ui/badge'
import { Callout } from '@/ui/callout'
import { DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { Fold } from '@/ui/fold'
import { Section } from '@/ui/section'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { ImportFaults } from './import-faults'
import type { SheetImport } from './use-sheet-import'

export type ImportCheckProps = { register: ImportRegister; check: SheetCheck; sheetImport: SheetImport }

const SAMPLE_FIELDS = 5

/** What the import would do: counts, faults to put right, what exists already, and the first lines. */
export function ImportCheck({ register, check, sheetImport }: ImportCheckProps) {
  const t = useTranslations('imports.check')
  const heading = useRef<HTMLDivElement>(null)
  // The answer stands below what was pressed: whoever reads by ear or on a phone is taken to it.
  useEffect(() => {
    if (check) heading.current?.focus()
  }, [check])
  return (
    <div ref={heading} tabIndex={-1} className="outline-none">
      <Section title={t('title')} isFlush>
        <div className="space-y-3 px-4 pt-3 pb-4">
          <DescriptionList
            layout="facts"
            items={[
              { label: t('lines'), value: check.lineCount },
              { label: t('create'), value: check.createCount },
              { label: t('update'), value: check.updateCount },
              { label: t('skip'), value: check.skipCount },
              { label: t('faulty'), value: check.faultyLineCount },
            ]}
          />
          {check.faultCount === 0 && <Callout tone="ok">{t('clean')}</Callout>}
        </div>
        {check.faultCount > 0 && <ImportFaults register={register} check={check} sheetImport={sheetImport} />}
        <div className="px-4">
          {check.duplicateCount > 0 && <Duplicates register={register} check={check} />}
          <Fold title={t('sample')} isOpenAtFirst={check.faultCount === 0}>
            <Sample check={check} />
          </Fold>
        </div>
      </Section>
    </div>
  )
}

function Duplicates({ register, check }: { register: ImportRegister; check: SheetCheck }) {
  const t = useTranslations('imports.check')
  const left = check.duplicateCount - check.duplicates.length
  return (
    <Fold title={t('duplicates', { count: check.duplicateCount })}>
      <ul className="max-h-60 space-y-1 overflow-auto">
        {check.duplicates.map(({ line, id, number, name }) => (
          <li key={line}>
            {t('duplicateLine', { line })}{' '}
            <TextLink href={register === 'customers' ? `/customers/${number}` : `/services/${id}`} isNewTab>
              {name}
            </TextLink>
          </li>
        ))}
        {left > 0 && <li className="text-ink-2">{t('duplicatesCut', { count: left })}</li>}
      </ul>
    </Fold>
  )
}

type SampleLine = SheetCheck['lines'][number]

function Sample({ check }: { check: SheetCheck }) {
  const t = useTranslations('imports')
  const fields = [...new Set(check.lines.flatMap(({ cells }) => Object.keys(cells) as (keyof typeof cells)[]))]
  const columns: TableColumn<SampleLine>[] = [
    { id: 'line', header: t('check.lineHead'), card: 'meta', cardLabel: t('check.lineHead'), cell: ({ line }) => line },
    {
      id: 'outcome',
      header: t('check.outcome'),
      card: 'badge',
      cell: ({ outcome }) => <Outcome outcome={outcome} />,
    },
    ...fields.slice(0, SAMPLE_FIELDS).map(
      (field, index): TableColumn<SampleLine> => ({
        id: field,
        header: t(`fields.${field}`),
        isStrong: index === 0,
        card: index === 0 ? 'title' : 'line',
        isCardHidden: ({ cells }) => !cells[field],
        cell: ({ cells }) => cells[field] ?? '—',
      }),
    ),
  ]
  return (
    <div className="overflow-x-auto">
      <DataTable
        caption={t('check.sampleCaption')}
        columns={columns}
        rows={check.lines}
        rowId={({ line }) => String(line)}
        rowName={({ line }) => t('check.line', { line })}
        isInline
      />
    </div>
  )
}

const looks = {
  create: { tone: 'ok', glyph: 'check' },
  update: { tone: 'info', glyph: 'swap' },
  skip: { tone: 'neutral', glyph: 'ban' },
  fault: { tone: 'danger', glyph: 'bang' },
} as const

function Outcome({ outcome }: { outcome: SampleLine['outcome'] }) {
  const t = useTranslations('imports.check.outcomes')
  return <Badge {...looks[outcome]}>{t(outcome)}</Badge>
}
