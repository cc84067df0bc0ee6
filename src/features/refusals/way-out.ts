import type { Refusal, RefusalAction } from '@/contract/errors'

type Named = { id?: string; number?: number }

const addresses: Partial<Record<RefusalAction, (record: Named) => string>> = {
  open_settings: () => '/sales-orders?panel=settings',
  open_company: () => '/settings/company',
  open_order: orderOf,
  generate_missing: orderOf,
  close_balance: orderOf,
  close_item_balance: orderOf,
  open_item_tasks: tasksOf,
  assign_task: tasksOf,
  open_rework: ({ id }) => (id ? `/tasks?task=${id}` : ''),
  open_invoice: noteOf,
  cancel_invoice: noteOf,
  open_opportunity: ({ number }) => (number ? `/opportunities/${number}` : ''),
  open_customer: ({ number }) => (number ? `/customers/${number}` : ''),
  open_service: ({ id }) => (id ? `/services/${id}` : ''),
}

/** The address that resolves a reason; none where the screen at hand does it, or where the reason names no record. */
export function wayOut({ action }: Pick<Refusal, 'action'>): string | undefined {
  return (action && addresses[action.kind]?.(action)) || undefined
}

function orderOf({ number }: Named): string {
  return number ? `/sales-orders/${number}` : ''
}

function tasksOf({ id }: Named): string {
  return id ? `/tasks?salesOrderId=${id}` : ''
}

function noteOf({ number }: Named): string {
  return number ? `/invoices/${number}` : ''
}
