'use client'
import { useTranslations } from 'next-intl'

const regimes = ['simples_nacional', 'mei', 'lucro_presumido', 'lucro_real'] as const

/** The name of a company's tax regime. */
export function useRegimeName(): (regime: string) => string {
  const t = useTranslations('invoices.regimes')
  return (regime) => {
    const known = regimes.find((name) => name === regime)
    return known ? t(known) : ''
  }
}
