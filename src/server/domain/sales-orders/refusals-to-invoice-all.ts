import type { Refusal } from '@/contract/errors'
import { unitLabels } from '../tasks/unit-label'
import { type BalanceFacts, type BalanceOrder, itemBalance } from './item-balance'

export type OrderToInvoice = BalanceOrder & { id: string; number: number }

export type ItemToInvoice = BalanceFacts & {
  id: string
  position: number
  /** Its units that are neither concluded nor cancelled. */
  openUnits: readonly { taskId: string; unitNo: number; isAssigned: boolean }[]
}

/** F1: everything that stands between an order and "Faturar tudo", each with what resolves it; empty when all can be billed. */
export function refusalsToInvoiceAll(order: OrderToInvoice, items: readonly ItemToInvoice[]): Refusal[] {
  if (order.status === 'cancelled') return refusalsOfCancelled(order)
  const services = items.filter(({ kind }) => kind === 'service')
  const blockers = services.flatMap((item) => [...missingOf(order, item), ...openOf(order, item)])
  const isEmpty = services.every((item) => itemBalance(item, order).billable === 0)
  return blockers.length === 0 && isEmpty ? [{ code: 'NOTHING_TO_INVOICE' }] : blockers
}

/** Nothing of a cancelled order is billed. */
export function refusalsOfCancelled({ number, status }: Pick<OrderToInvoice, 'number' | 'status'>): Refusal[] {
  return status === 'cancelled' ? [{ code: 'ORDER_NOT_OPEN', params: { number, status } }] : []
}

function missingOf(order: OrderToInvoice, item: ItemToInvoice): Refusal[] {
  const { missing } = itemBalance(item, order)
  if (missing === 0) return []
  const action = { kind: 'generate_missing', id: order.id, number: order.number } as const
  return [{ code: 'UNITS_MISSING', params: { item: item.position, missing }, itemId: item.id, action }]
}

function openOf(order: OrderToInvoice, { id, position, openUnits: open }: ItemToInvoice): Refusal[] {
  if (open.length === 0) return []
  const isNobodys = open.every(({ isAssigned }) => !isAssigned)
  return [
    {
      code: 'UNITS_NOT_CONCLUDED',
      params: {
        item: position,
        missing: open.length,
        units: unitLabels(open.map(({ unitNo }) => ({ unitNo, subject: '' }))),
      },
      itemId: id,
      taskIds: open.map(({ taskId }) => taskId),
      action: { kind: isNobodys ? 'assign_task' : 'open_item_tasks', id: order.id, number: order.number },
    },
  ]
}
