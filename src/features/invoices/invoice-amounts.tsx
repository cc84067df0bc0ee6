'use client'
import { useTranslations } from 'next-intl'
import { useRegimeName } from '@/features/companies/use-regime-name'
import { formatAmount, formatCents } from '@/lib/money'
import { KeyValueList, KeyValueRow } from '@/ui/key-value-row'
import { Section } from '@/ui/section'
import { formatRate } from './fiscal-format'
import type { Invoice } from './invoice-record'
import { useFiscalLabel } from './use-fiscal-label'

/** The amounts of the note, down to what the customer pays. */
export function InvoiceAmounts({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record.amounts')
  const regimeName = useRegimeName()
  const labelOf = useFiscalLabel()
  const { totalCents, issCents, netCents, issWithheld, taxRegime } = invoice
  const rate = formatRate(invoice.issRateBasisPoints)
  const isOwnGuide = taxRegime === 'mei' || (taxRegime === 'simples_nacional' && !issWithheld)
  if (totalCents === null || issCents === null || netCents === null) {
    return (
      <Section title={t('title')}>
        <p className="text-ink-2">{t('hidden')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('title')}>
      <KeyValueList>
        <KeyValueRow label={t('total')} value={formatAmount(totalCents)} />
        <KeyValueRow label={t('deductions')} value={formatAmount(0)} />
        <KeyValueRow label={t('base')} value={formatAmount(totalCents)} />
        <KeyValueRow
          label={
            isOwnGuide
              ? t('issOwnGuide', { rate, regime: regimeName(taxRegime) })
              : t(issWithheld ? 'issWithheld' : 'iss', { rate })
          }
          value={isOwnGuide ? '–' : issWithheld ? `−${formatAmount(issCents)}` : formatAmount(issCents)}
        />
        <KeyValueRow label={t('net')} value={formatCents(netCents)} isTotal isRuled />
      </KeyValueList>
      <p className="mt-3 border-t border-line pt-2 text-xs text-ink-2">
        {labelOf(invoice)}
        {invoice.placeName && ` · ${t('place', { place: invoice.placeName })}`}
      </p>
    </Section>
  )
}
