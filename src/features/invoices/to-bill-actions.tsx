'use client'
import { ClipboardList, FileWarning, ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MenuEntry } from '@/ui/menu'
import type { OrderToBill } from './invoice-list'
import { useInvoicePanel } from './use-invoice-panel'

/** The ⋯ menu of an order to bill. */
export function useToBillActions(canIssue: boolean): (order: OrderToBill) => MenuEntry[] {
  const t = useTranslations('invoices.toBill')
  const { open } = useInvoicePanel()
  return ({ number, missing, rejected }) => [
    ...(canIssue
      ? [
          {
            label: t(missing.length > 0 ? 'seeMissing' : 'issue'),
            icon: ReceiptText,
            onSelect: () => open(number),
          },
        ]
      : []),
    ...(rejected ? [{ label: t('seeNote'), icon: FileWarning, href: `/invoices/${rejected.number}` }] : []),
    { label: t('openOrder'), icon: ClipboardList, href: `/sales-orders/${number}` },
  ]
}
