'use client'
import { useTranslations } from 'next-intl'
import { type ImportField, type ImportRegister, importFields, requiredImportFields } from '@/contract/imports'
import type { SheetColumns } from '@/server/api/answer-import'
import { Callout } from '@/ui/callout'
import { DataTable } from '@/ui/data-table'
import { RadioCards } from '@/ui/radio-cards'
import { Section } from '@/ui/section'
import { Select } from '@/ui/select'
import type { TableColumn } from '@/ui/table-column'
import type { SheetImport } from './use-sheet-import'

export type ImportColumnsProps = { register: ImportRegister; sheet: SheetColumns; sheetImport: SheetImport }

type Row = SheetColumns['columns'][number] & { position: number }

/** What each column of the sheet is, as guessed and as chosen, and what happens to what exists already. */
export function ImportColumns({ register, sheet, sheetImport }: ImportColumnsProps) {
  const t = useTranslations('imports')
  const { reading } = sheetImport
  const columns = useColumns(register, sheetImport)
  const nameOf = useColumnName()
  const missing = requiredImportFields[register].filter(
    (field) => !reading.mapping.includes(field) && !(field === 'name' && reading.mapping.includes('legalName')),
  )
  return (
    <Section title={t('columns.title')} note={t('columns.note')} isFlush>
      {missing.length > 0 && (
        <div role="alert" className="p-3">
          <Callout tone="warn">
            {t('columns.missing', {
              count: missing.length,
              fields: missing.map((field) => t(`fields.${field}`)).join(', '),
            })}
          </Callout>
        </div>
      )}
      <DataTable
        caption={t('columns.caption')}
        columns={columns}
        rows={sheet.columns.map((column, position) => ({ ...column, position }))}
        rowId={({ position }) => String(position)}
        rowName={nameOf}
        isInline
      />
      <div className="border-t border-line px-4 pt-3 pb-4">
        <RadioCards
          label={t('columns.duplicates')}
          value={reading.duplicates}
          onChange={sheetImport.setDuplicates}
          options={(['skip', 'update'] as const).map((value) => ({
            value,
            label: t(`columns.${value}`),
            effect: t(`columns.${value}Effect`),
          }))}
        />
        <p className="mt-2 text-xs text-ink-2">{t(`${register}.known`)}</p>
      </div>
    </Section>
  )
}

function useColumnName(): (column: Row) => string {
  const t = useTranslations('imports.columns')
  return ({ header, position }) => header || t('unnamed', { position: position + 1 })
}

function useColumns(register: ImportRegister, { reading, choose }: SheetImport): TableColumn<Row>[] {
  const t = useTranslations('imports')
  const nameOf = useColumnName()
  const options = importFields[register].map((field) => ({ value: field, label: t(`fields.${field}`) }))
  return [
    { id: 'header', header: t('columns.header'), card: 'title', isStrong: true, cell: nameOf },
    {
      id: 'field',
      header: t('columns.field'),
      card: 'extra',
      cell: (column) => (
        <Select
          label={t('columns.fieldOf', { column: nameOf(column) })}
          isLabelHidden
          value={reading.mapping[column.position] ?? ''}
          emptyLabel={t('columns.ignore')}
          options={options}
          className="my-1 w-60 max-phone:w-full"
          onChange={(field) => choose(column.position, fieldNamed(register, field))}
        />
      ),
    },
    {
      id: 'samples',
      header: t('columns.samples'),
      isGrow: true,
      card: 'line',
      isCardHidden: ({ samples }) => samples.length === 0,
      cell: ({ samples }) => <span className="text-ink-2">{samples.join(' · ') || '—'}</span>,
    },
  ]
}

function fieldNamed(register: ImportRegister, name: string): ImportField | null {
  return importFields[register].find((field) => field === name) ?? null
}
