'use client'
import { ClipboardList, FileText, PencilLine, RefreshCw, Replace, X, XCircle } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMenuBlock } from '@/features/refusals/use-menu-block'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { MenuEntry } from '@/ui/menu'
import { type InvoiceAction, offeredActions } from './invoice-actions'
import type { NoteRow } from './invoice-list'

const icons = { correct: PencilLine, giveUp: X, resend: RefreshCw, replace: Replace, cancel: XCircle } as const

/** The ⋯ menu of a note: what its state offers to this person; what cannot be done now says why. */
export function useNoteActions(): (note: NoteRow) => MenuEntry[] {
  const t = useTranslations('invoices')
  const router = useRouter()
  const blockOf = useMenuBlock()
  const resend = useCommand(useTRPC().invoices.resend, { doneMessage: t('actions.resent') })
  return (note) => {
    const run = (action: InvoiceAction) =>
      action === 'resend'
        ? void resend.run({ invoiceId: note.id })
        : router.push(`/invoices/${note.number}?dialog=${action}` as Route)
    return [
      { label: t('notes.open'), icon: FileText, href: `/invoices/${note.number}` },
      { label: t('notes.openOrder'), icon: ClipboardList, href: `/sales-orders/${note.salesOrder.number}` },
      ...offeredActions(note).map((action) => ({
        label: t(`actions.${action}`),
        icon: icons[action],
        isDanger: action === 'cancel',
        ...blockOf(note.actions[action]),
        onSelect: () => run(action),
      })),
    ]
  }
}
