import type { DraftInvoice } from '@/contract/invoices'
import type { Billing } from './load-billing'
import { allBillable } from './plan-notes'
import type { WantedUnits } from './rules'

/** What the dialog asks to bill: everything, the given units, or by default all that can be billed (F2). */
export function wantedUnits(billing: Billing, { mode, items }: Pick<DraftInvoice, 'mode' | 'items'>): WantedUnits[] {
  if (mode === 'full' || !items) return allBillable(billing)
  return items.map(({ itemId, units = 0, taskIds }) => {
    const chosen = taskIds && [...new Set(taskIds)]
    return { itemId, units: chosen ? chosen.length : units, taskIds: chosen }
  })
}
