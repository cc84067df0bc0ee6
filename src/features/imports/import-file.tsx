'use client'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { type ImportRegister, importFields, importLimits } from '@/contract/imports'
import { saveFile } from '@/features/listing/save-file'
import { Button } from '@/ui/button'
import { buttonStyle } from '@/ui/button-style'
import { Section } from '@/ui/section'
import type { SheetImport } from './use-sheet-import'

/** Takes the sheet, chosen or dropped, and gives a template to whoever has none. */
export function ImportFile({ register, sheetImport }: { register: ImportRegister; sheetImport: SheetImport }) {
  const t = useTranslations('imports')
  const saveTemplate = useTemplate(register)
  const { name, sheet, pending } = sheetImport
  const hintId = useId()
  return (
    <Section
      title={t('file.title')}
      note={t(`${register}.intro`)}
      end={
        <Button size="small" icon={Download} onClick={() => void saveTemplate()}>
          {t('file.template')}
        </Button>
      }
    >
      {/* The file field lies over the whole frame, which makes it the place to drop a sheet on, by the browser itself. */}
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control border border-dashed border-control p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <span className={buttonStyle(sheet ? 'default' : 'primary', 'normal')} aria-hidden>
          <FileSpreadsheet strokeWidth={1.75} className="-ml-0.5 size-4" />
          {t(sheet ? 'file.change' : 'file.choose')}
        </span>
        <span role="status" className={sheet ? 'font-medium wrap-anywhere' : 'text-ink-2'}>
          {pending === 'read' && t('file.reading')}
          {sheet && pending !== 'read' && t('file.chosen', { name, count: sheet.lineCount })}
          {!sheet && pending !== 'read' && <span className="max-phone:hidden">{t('file.drop')}</span>}
        </span>
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          aria-label={t(sheet ? 'file.change' : 'file.choose')}
          aria-describedby={hintId}
          disabled={pending !== null}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void sheetImport.take(file)
            target.value = ''
          }}
        />
      </div>
      <p id={hintId} className="mt-2 text-xs text-ink-2">
        {t('file.limits', { megabytes: importLimits.megabytes, lines: importLimits.lines })}
      </p>
    </Section>
  )
}

function useTemplate(register: ImportRegister): () => Promise<void> {
  const t = useTranslations('imports')
  return async () => {
    const { toCsv } = await import('@/lib/csv')
    const fields = importFields[register]
    const table = [fields.map((field) => t(`fields.${field}`)), fields.map((field) => t(`examples.${field}`))]
    saveFile(t(`${register}.template`), toCsv(table), 'text/csv;charset=utf-8')
  }
}
