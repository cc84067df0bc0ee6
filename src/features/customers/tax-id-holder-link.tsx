'use client'
import { useTranslations } from 'next-intl'
import type { RefusalData } from '@/contract/errors'
import { TextLink } from '@/ui/text-link'

/** The way to the customer that already has the CPF or CNPJ. */
export function TaxIdHolderLink({ refusal }: { refusal: RefusalData | null }) {
  const t = useTranslations('customers.form')
  const number = refusal?.blockers.find(({ action }) => action?.kind === 'open_customer')?.action?.number
  if (number === undefined) return null
  return (
    <TextLink href={`/customers/${number}`} isStrong isNewTab>
      {t('openHolder', { number })}
    </TextLink>
  )
}
