'use client'
import { parseAsInteger, useQueryState } from 'nuqs'

export type InvoicePanel = {
  /** The number of the order whose dialog is open, or null. */
  orderNumber: number | null
  open: (orderNumber: number) => void
  close: () => void
}

/** The dialog "Faturar" in the address, `?invoice=<number of the order>`: it can be shared, and Back closes it. */
export function useInvoicePanel(): InvoicePanel {
  const [orderNumber, setOrderNumber] = useQueryState('invoice', parseAsInteger)
  return {
    orderNumber: orderNumber !== null && orderNumber > 0 ? orderNumber : null,
    open: (number) => void setOrderNumber(number, { history: 'push' }),
    close: () => void setOrderNumber(null, { history: 'replace' }),
  }
}
