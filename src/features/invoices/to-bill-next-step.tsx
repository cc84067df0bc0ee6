'use client'
import { useTranslations } from 'next-intl'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { Button } from '@/ui/button'
import { LinkButton } from '@/ui/link-button'
import type { OrderToBill } from './invoice-list'
import { registerOf } from './register-of'
import { useInvoicePanel } from './use-invoice-panel'

/** What to do next with an order: bill it, complete the register that lacks something, or look at its rejected note. */
export function ToBillNextStep({ order }: { order: OrderToBill }) {
  const t = useTranslations('invoices.toBill')
  const sentenceOf = useRefusalSentence()
  const { open } = useInvoicePanel()
  const { number, missing, rejected } = order
  const register = registerOf(missing)
  if (register) {
    return (
      <LinkButton
        size="small"
        href={register}
        aria-label={t('fixLabel', { number, reason: sentenceOf(missing) ?? '' })}
        title={sentenceOf(missing)}
      >
        {t('fix')}
      </LinkButton>
    )
  }
  if (missing.length === 0 && rejected) {
    return (
      <LinkButton size="small" href={`/invoices/${rejected.number}`} aria-label={t('seeNoteLabel', { number })}>
        {t('seeNote')}
      </LinkButton>
    )
  }
  return (
    <Button size="small" aria-label={t('issueLabel', { number })} onClick={() => open(number)}>
      {t(missing.length > 0 ? 'seeMissing' : 'issue')}
    </Button>
  )
}
