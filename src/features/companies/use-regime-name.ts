'use client'
import { useTranslations } from 'next-intl'
import { taxRegimes } from '@/contract/companies'

/** The name of a company's tax regime; nothing for one that is not known. */
export function useRegimeName(): (regime: string) => string {
  const t = useTranslations('companies.regimes')
  return (regime) => {
    const known = taxRegimes.find((name) => name === regime)
    return known ? t(known) : ''
  }
}
