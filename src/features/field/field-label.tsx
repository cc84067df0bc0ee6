'use client'
import { useTranslations } from 'next-intl'

export type FieldLabelProps = {
  text: string
  isRequired: boolean
  note?: string
  isMasculine?: boolean
  as?: 'h2' | 'span'
}

/** What is asked for, with its required mark in sign and word. */
export function FieldLabel({ text, isRequired, note, isMasculine = false, as: Tag = 'span' }: FieldLabelProps) {
  const t = useTranslations('field.evidence')
  return (
    <Tag className="label">
      {text} {isRequired && <span className="req">*</span>}{' '}
      <small>{note ?? (isRequired ? t(isMasculine ? 'requiredHe' : 'required') : t('optional'))}</small>
    </Tag>
  )
}
