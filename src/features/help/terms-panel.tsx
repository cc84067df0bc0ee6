'use client'
import { useTranslations } from 'next-intl'
import { HelpPanel } from '@/ui/help-panel'
import { useTerms } from './use-terms'

/** "Nomenclaturas do CRM": what each word of the product means, with a search. */
export function TermsPanel({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('glossary')
  const { all } = useTerms()
  return <HelpPanel isOpen={isOpen} onClose={onClose} title={t('title')} description={t('description')} terms={all()} />
}
