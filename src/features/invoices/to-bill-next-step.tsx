'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { LinkButton } from '@/ui/link-button'
import type { OrderToBill } from './invoice-list'
import { registerOf } from './register-of'
import { useBillingBlockers } from './use-billing-blockers'
import { useInvoicePanel } from './use-invoice-panel'

/** What to do next with an order: bill it, complete the register that lacks something, or look at its rejected note. */
export function ToBillNextStep({ order }: { order: OrderToBill }) {
  const t = useTranslations('invoices.toBill')
  const blockersOf = useBillingBlockers()
  const { open } = useInvoicePanel()
  const { number, missing, rejected } = order
  const register = registerOf(missing)
  if (register) {
    const reason = blockersOf(missing)
      .map(({ sentence }) => sentence)
      .join(' ')
    return (
      <LinkButton size="small" href={register} aria-label={t('fixLabel', { number, reason })} title={reason}>
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
