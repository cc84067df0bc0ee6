'use client'
import { useTranslations } from 'next-intl'
import { type ImportRegister, requiredImportFields } from '@/contract/imports'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { Button } from '@/ui/button'
import { FormFooter } from '@/ui/form-footer'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { ProgressBar } from '@/ui/progress-bar'
import { ImportCheck } from './import-check'
import { ImportColumns } from './import-columns'
import { ImportFile } from './import-file'
import { ImportSummary } from './import-summary'
import { type SheetImport, useSheetImport } from './use-sheet-import'

/** A sheet becomes a register: file, columns, what would happen, what happened. */
export function ImportScreen({ register }: { register: ImportRegister }) {
  const t = useTranslations('imports')
  const sheetImport = useSheetImport(register)
  const { sheet, checked, summary, refusal } = sheetImport
  return (
    <>
      <PageHeader
        title={t(`${register}.title`)}
        breadcrumb={[{ label: t(`${register}.parent`), href: `/${register}` }]}
        isRuled
      />
      <PageBody>
        {summary ? (
          <ImportSummary register={register} summary={summary} onAnother={sheetImport.restart} />
        ) : (
          <>
            <RefusalBlockers refusal={refusal} />
            <ImportFile register={register} sheetImport={sheetImport} />
            {sheet && <ImportColumns register={register} sheet={sheet} sheetImport={sheetImport} />}
            {checked && <ImportCheck register={register} check={checked} sheetImport={sheetImport} />}
          </>
        )}
      </PageBody>
      {!summary && <Footer register={register} sheetImport={sheetImport} />}
    </>
  )
}

function Footer({ register, sheetImport }: { register: ImportRegister; sheetImport: SheetImport }) {
  const t = useTranslations('imports')
  const { sheet, checked, pending, progress, reading, isOutdated } = sheetImport
  const isComplete = requiredImportFields[register].every(
    (field) => reading.mapping.includes(field) || (field === 'name' && reading.mapping.includes('legalName')),
  )
  const isReady = checked !== null && !isOutdated && checked.faultCount === 0
  const count = checked ? checked.createCount + checked.updateCount : 0
  return (
    <FormFooter
      start={
        <div role="status" className="flex items-center gap-3 text-ink-2">
          {pending === 'check' && t('check.checking')}
          {pending === 'run' && (progress ? t('run.progress', progress) : t('run.sending'))}
          {pending === 'run' && progress && <ProgressBar {...progress} />}
          {!pending && isOutdated && t('check.outdated')}
        </div>
      }
      actions={
        <>
          <LinkButton href={`/${register}`}>{t('back')}</LinkButton>
          {sheet && (
            <Button
              variant={isReady ? 'default' : 'primary'}
              isPending={pending === 'check'}
              isDisabled={!isComplete || pending === 'run'}
              onClick={() => void sheetImport.check()}
            >
              {t(checked ? 'check.again' : 'check.action')}
            </Button>
          )}
          {isReady && (
            <Button
              variant="primary"
              isPending={pending === 'run'}
              isDisabled={count === 0 || pending === 'check'}
              onClick={() => void sheetImport.run()}
            >
              {t(`${register}.run`, { count })}
            </Button>
          )}
        </>
      }
    />
  )
}
