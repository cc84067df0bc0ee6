'use client'
import { useTranslations } from 'next-intl'
import { type Messages, messages } from '@/i18n/messages'
import type { HelpTerm } from '@/ui/help-panel'

export type TermId = keyof Messages['glossary']['terms']

const ids = Object.keys(messages.glossary.terms) as TermId[]

/** The words of the product with their meanings: one by its id, or all in the order of the catalogue. */
export function useTerms(): { termOf: (id: TermId) => HelpTerm; all: () => HelpTerm[] } {
  const t = useTranslations('glossary')
  function termOf(id: TermId): HelpTerm {
    const also = t(`terms.${id}.also`)
    return {
      term: t(`terms.${id}.term`),
      meaning: t(`terms.${id}.meaning`),
      alsoCalled: also === '' ? undefined : t('also', { names: also }),
    }
  }
  return { termOf, all: () => ids.map(termOf) }
}
