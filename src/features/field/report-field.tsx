'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { FieldLabel } from './field-label'

export type ReportFieldProps = { value: string; isRequired: boolean; onChange: (report: string) => void }

/** What was done, in words; two lines that grow with them. */
export function ReportField({ value, isRequired, onChange }: ReportFieldProps) {
  const t = useTranslations('field.evidence')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        <FieldLabel text={t('report')} isRequired={isRequired} isMasculine />
      </label>
      <textarea
        className="input"
        id={id}
        rows={2}
        maxLength={2000}
        required={isRequired}
        placeholder={t('reportHint')}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
