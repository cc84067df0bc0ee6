'use client'
import { useTranslations } from 'next-intl'
import type { RegisterRow } from './register-data'

/** What a row says beside its name, in a few words; undefined when the name says it all. */
export function useRegisterSummary(row: RegisterRow): string | undefined {
  const t = useTranslations('registers.summary')
  if (row.probability !== undefined) return t('probability', { percent: row.probability })
  if (row.code !== undefined) return `${row.code} · ${t(row.allowsFractions ? 'fractions' : 'whole')}`
  if (row.dayOffsets) {
    const isCash = row.dayOffsets.length === 1 && row.dayOffsets[0] === 0
    return isCash ? t('cash') : t('days', { days: row.dayOffsets.join(', ') })
  }
  if (row.requiredPhotos === undefined) return undefined
  const demands = [
    row.requiresReport && t('report'),
    row.requiredPhotos > 0 && t('photos', { count: row.requiredPhotos }),
    row.requiresSignature && t('signature'),
    row.requiresLocation && t('location'),
    row.checklist && row.checklist.length > 0 && t('checklist', { count: row.checklist.length }),
  ].filter(Boolean)
  return demands.length > 0 ? demands.join(', ') : t('nothing')
}
