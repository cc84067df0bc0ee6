'use client'
import { useTranslations } from 'next-intl'
import { HelpPanel } from '@/ui/help-panel'

const terms = [
  'opportunity',
  'pipeline',
  'stage',
  'probability',
  'type',
  'source',
  'task',
  'unit',
  'granularity',
  'taskType',
  'evidence',
  'lossReason',
] as const

/** "Nomenclaturas do CRM": what each word of the gear means. */
export function CrmTerms({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('settings')
  return (
    <HelpPanel
      isOpen={isOpen}
      onClose={onClose}
      title={t('termsTitle')}
      terms={terms.map((term) => ({ term: t(`terms.${term}.term`), meaning: t(`terms.${term}.meaning`) }))}
    />
  )
}
