'use client'
import { useTranslations } from 'next-intl'
import { formatNationalServiceCode } from '@/features/services/national-service-code-field'

const mostLetters = 56

/** `14.06.01 Instalação e montagem…`: the service code of a note with its name, cut where a line ends. */
export function useFiscalLabel(): (note: { nationalServiceCode: string; serviceName: string | null }) => string {
  const t = useTranslations('invoices.fiscal')
  return ({ nationalServiceCode, serviceName }) => {
    if (!nationalServiceCode) return t('noServiceCode')
    const name = serviceName && serviceName.length > mostLetters ? `${cut(serviceName)}…` : serviceName
    return [formatNationalServiceCode(nationalServiceCode), name].filter(Boolean).join(' ')
  }
}

const cut = (text: string) =>
  text
    .slice(0, mostLetters)
    .replace(/\s+\S*$/, '')
    .replace(/[,;.]$/, '')
