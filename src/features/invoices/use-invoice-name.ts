'use client'
import { useTranslations } from 'next-intl'

type NamedInvoice = { number: number; nfseNumber: string | null }

/** How people call a note: by the number of its NFS-e once there is one, by its own number until then. */
export function useInvoiceName(): (invoice: NamedInvoice) => string {
  const t = useTranslations('invoices.name')
  return ({ number, nfseNumber }) => (nfseNumber ? t('nfse', { number: nfseNumber }) : t('note', { number }))
}
