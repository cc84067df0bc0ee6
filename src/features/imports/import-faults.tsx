'use client'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { saveFile } from '@/features/listing/save-file'
import type { SheetCheck } from '@/server/api/answer-import'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import type { TableColumn } from '@/ui/table-column'
import { TextField } from '@/ui/text-field'
import type { ImportCheckProps } from './import-check'
import type { SheetImport } from './use-sheet-import'

type Fault = SheetCheck['faults'][number]

/** Every fault by line and column with its reason; the value can be put right in its place. */
export function ImportFaults({ register, check, sheetImport }: ImportCheckProps) {
  const t = useTranslations('imports')
  const columns = useColumns(sheetImport)
  async function save() {
    const { toCsv } = await import('@/lib/csv')
    const head = [t('check.lineHead'), t('check.fieldHead'), t('check.valueHead'), t('check.reasonHead')]
    const rows = check.faults.map(({ line, field, value, message }) => [line, t(`fields.${field}`), value, message])
    saveFile(t(`${register}.faultsFile`), toCsv([head, ...rows]), 'text/csv;charset=utf-8')
  }
  return (
    <section className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
        <h3 className="text-sm font-bold text-danger-tx">{t('check.faults', { count: check.faultCount })}</h3>
        <p className="text-xs text-ink-2">
          {t('check.faultsHint')}{' '}
          {check.faults.length < check.faultCount &&
            t('check.faultsCut', { shown: check.faults.length, count: check.faultCount })}
        </p>
        <Button size="small" icon={Download} className="ml-auto" onClick={() => void save()}>
          {t('check.saveFaults')}
        </Button>
      </div>
      <DataTable
        caption={t('check.faultsCaption')}
        columns={columns}
        rows={check.faults}
        rowId={({ line, field }) => `${line} ${field}`}
        rowName={({ line, field }) => t('check.correct', { line, field: t(`fields.${field}`) })}
        isInline
      />
    </section>
  )
}

function useColumns({ reading, correct }: SheetImport): TableColumn<Fault>[] {
  const t = useTranslations('imports')
  const writtenOf = ({ line, field, value }: Fault) =>
    reading.corrections.find((made) => made.line === line && made.field === field)?.value ?? value
  return [
    { id: 'line', header: t('check.lineHead'), card: 'meta', cardLabel: t('check.lineHead'), cell: ({ line }) => line },
    {
      id: 'field',
      header: t('check.fieldHead'),
      card: 'title',
      isStrong: true,
      cell: ({ field }) => t(`fields.${field}`),
    },
    {
      id: 'value',
      header: t('check.valueHead'),
      card: 'extra',
      cell: (fault) => (
        <TextField
          label={t('check.correct', { line: fault.line, field: t(`fields.${fault.field}`) })}
          isLabelHidden
          value={writtenOf(fault)}
          className="my-1 w-60 max-phone:w-full"
          onChange={(value) => correct(fault.line, fault.field, value)}
        />
      ),
    },
    {
      id: 'reason',
      header: t('check.reasonHead'),
      isGrow: true,
      card: 'line',
      cell: ({ message }) => <span className="whitespace-normal">{message}</span>,
    },
  ]
}
