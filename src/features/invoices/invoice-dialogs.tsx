'use client'
import { CancelInvoiceDialog } from './cancel-invoice-dialog'
import { CorrectInvoiceDialog } from './correct-invoice-dialog'
import { GiveUpInvoiceDialog } from './give-up-invoice-dialog'
import { type InvoiceDialogName, offeredActions } from './invoice-actions'
import type { Invoice } from './invoice-record'
import { ReplaceInvoiceDialog } from './replace-invoice-dialog'
import { useInvoiceDialog } from './use-invoice-dialog'

/** The window that the address asks for, where the note's state and the person's role offer it. */
export function InvoiceDialogs({ invoice }: { invoice: Invoice }) {
  const { dialog, close } = useInvoiceDialog()
  if (dialog === null || !offeredActions(invoice).includes(dialog)) return null
  const Window = windows[dialog]
  return <Window key={invoice.id} invoice={invoice} onClose={close} />
}

const windows: Record<InvoiceDialogName, (props: { invoice: Invoice; onClose: () => void }) => React.ReactNode> = {
  correct: CorrectInvoiceDialog,
  replace: ReplaceInvoiceDialog,
  giveUp: GiveUpInvoiceDialog,
  cancel: CancelInvoiceDialog,
}
