'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { TermHelp } from '@/features/help/term-help'
import { todayIn } from '@/lib/calendar-date'
import { Select } from '@/ui/select'
import { formatMonth, monthChoices } from './fiscal-format'

export type CompetenceSelectProps = {
  /** `2026-11`. */
  value: string
  /** Months that must be among the choices. */
  others?: readonly string[]
  onChange: (month: string) => void
}

/** The month in which the service was rendered (F16). */
export function CompetenceSelect({ value, others, onChange }: CompetenceSelectProps) {
  const t = useTranslations('invoices.competence')
  const today = todayIn(useTimeZone() ?? 'America/Sao_Paulo')
  const options = monthChoices(today, others).map((month) => ({
    value: month,
    label: month === today.slice(0, 7) ? t('current', { month: formatMonth(month) }) : formatMonth(month),
  }))
  return (
    <Select
      className="max-w-[320px] max-phone:max-w-none"
      label={t('label')}
      labelEnd={<TermHelp id="competence" />}
      hint={t('hint')}
      value={value}
      options={options}
      onChange={onChange}
    />
  )
}
