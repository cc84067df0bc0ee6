'use client'
import { PencilLine, RefreshCw, Replace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { type InvoiceAction, offeredActions } from './invoice-actions'
import type { Invoice } from './invoice-record'
import { invoiceReasonsId } from './invoice-standing'
import { useInvoiceDialog } from './use-invoice-dialog'

const looks: Record<InvoiceAction, Pick<Parameters<typeof Button>[0], 'variant' | 'icon'>> = {
  correct: { variant: 'primary', icon: PencilLine },
  resend: { icon: RefreshCw },
  replace: { icon: Replace },
  giveUp: {},
  cancel: { variant: 'danger' },
}

/** What this person can do with the note now; what is blocked says why in the notice below. */
export function InvoiceRecordActions({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices.actions')
  const { open } = useInvoiceDialog()
  const resend = useCommand(useTRPC().invoices.resend, { doneMessage: t('resent') })
  const offered = offeredActions(invoice)
  if (offered.length === 0) return null
  return offered.map((action) => {
    const isBlocked = invoice.actions[action].length > 0
    return (
      <Button
        key={action}
        {...looks[action]}
        isBlocked={isBlocked}
        isPending={action === 'resend' && resend.isPending}
        aria-describedby={isBlocked ? invoiceReasonsId : undefined}
        onClick={() => (action === 'resend' ? void resend.run({ invoiceId: invoice.id }) : open(action))}
      >
        {t(action)}
      </Button>
    )
  })
}
