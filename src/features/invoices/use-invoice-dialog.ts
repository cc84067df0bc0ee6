'use client'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { type InvoiceDialogName, invoiceDialogs } from './invoice-actions'

/** The window that is open on the page of a note, in the address: Back closes it. */
export function useInvoiceDialog(): {
  dialog: InvoiceDialogName | null
  open: (dialog: InvoiceDialogName) => void
  close: () => void
} {
  const [dialog, setDialog] = useQueryState('dialog', parseAsStringLiteral(invoiceDialogs))
  return {
    dialog,
    open: (name) => void setDialog(name, { history: 'push' }),
    close: () => void setDialog(null, { history: 'replace' }),
  }
}
