'use client'
import { IssueInvoiceDialog } from './issue-invoice-dialog'
import { useInvoicePanel } from './use-invoice-panel'

/** The dialog "Faturar" wherever the address asks for it. Stands once on each screen that offers it. */
export function InvoicePanelFromUrl() {
  const { orderNumber, close } = useInvoicePanel()
  if (orderNumber === null) return null
  return <IssueInvoiceDialog key={orderNumber} orderNumber={orderNumber} onClose={close} />
}
