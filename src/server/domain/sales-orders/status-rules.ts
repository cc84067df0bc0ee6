import type { Refusal } from '@/contract/errors'
import { isOpenStatus, isStartedStatus } from '@/contract/tasks'
import type { CalendarDate } from '@/lib/calendar-date'
import { unitLabels } from '../tasks/unit-label'
import type { ItemView, UnitFact } from './load-item-views'
import { quantityOf } from './rules'

/** How a cell of the strip looks. `waived` is concluded work that is not to be billed. */
export type UnitState =
  | 'open'
  | 'scheduled'
  | 'started'
  | 'not_done'
  | 'concluded'
  | 'waived'
  | 'processing'
  | 'billed'
  | 'cancelled'

export type UnitCell = UnitFact & { state: UnitState; isLate: boolean }

type OrderFacts = { id: string; number: number; status: string; hasOpportunity: boolean }

/** The cell of a unit on a day. */
export function unitCell(unit: UnitFact, today: CalendarDate): UnitCell {
  const isLate = isOpenStatus(unit.status) && unit.dueOn !== null && unit.dueOn < today
  return { ...unit, state: stateOf(unit), isLate }
}

function stateOf({ status, isWaived, invoice }: UnitFact): UnitState {
  if (status === 'cancelled' || status === 'not_done') return status
  if (status === 'concluded') {
    if (invoice) return invoice.status === 'draft' || invoice.status === 'processing' ? 'processing' : 'billed'
    return isWaived ? 'waived' : 'concluded'
  }
  if (isStartedStatus(status)) return 'started'
  return status === 'scheduled' ? 'scheduled' : 'open'
}

/** How far an item can be billed, in units. */
export type ItemBilling = {
  /** Billed by a counter of its own: it has no tasks and owes none (G14, D2). */
  isCounter: boolean
  /** Units that should have a task and have none (G15). */
  missing: number
  invoiced: number
  /** Tarefas Conc. − Qtd Fat. (3.2), less what is not to be billed. */
  billable: number
}

/** 3.2: what of an item was billed, and what can be. */
export function billingOf(item: ItemView, { hasOpportunity }: Pick<OrderFacts, 'hasOpportunity'>): ItemBilling {
  const invoiced = item.unitsInvoiced + item.counterInvoiced
  if (item.kind === 'goods') return { isCounter: false, missing: 0, invoiced, billable: 0 }
  const isCounter = item.units.length === 0 && (item.granularity === 'none' || !hasOpportunity)
  if (isCounter) return { isCounter, missing: 0, invoiced, billable: item.unitCount - item.counterInvoiced }
  const billable = item.unitsConcluded - item.unitsWaived - item.unitsInvoiced
  return { isCounter, missing: item.unitCount - item.unitsGenerated, invoiced, billable }
}

/** The open units of an item in one line: "6 abertas: 2 hoje · 3 agendadas · 1 atrasada". */
export function openUnitsOf(units: readonly UnitFact[], today: CalendarDate) {
  const open = units.filter(({ status }) => isOpenStatus(status))
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  return {
    open: open.length,
    today: open.filter(({ dueOn }) => dueOn === today).length,
    scheduled: open.filter(({ status }) => status === 'scheduled').length,
    late: late.length,
    lateSince: late.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0] ?? null,
    lateUnitNos: late.map(({ unitNo }) => unitNo),
    withoutAssignee: open.filter(({ assigneeName }) => assigneeName === null).length,
    withoutDate: open.filter(({ dueOn, scheduledAt }) => dueOn === null && scheduledAt === null).length,
  }
}

/** F1: everything that stands between the order and "Faturar tudo", with what resolves it; empty when all can be billed. */
export function blockersOfInvoicingAll(order: OrderFacts, items: readonly ItemView[]): Refusal[] {
  if (order.status === 'cancelled') {
    return [{ code: 'ORDER_NOT_OPEN', params: { number: order.number, status: order.status } }]
  }
  const services = items.filter(({ kind }) => kind === 'service')
  const blockers = services.flatMap((item) => [...missingOf(order, item), ...openOf(order, item)])
  const isEmpty = services.every((item) => billingOf(item, order).billable === 0)
  return blockers.length === 0 && isEmpty ? [{ code: 'NOTHING_TO_INVOICE' }] : blockers
}

function missingOf(order: OrderFacts, item: ItemView): Refusal[] {
  const { missing } = billingOf(item, order)
  if (missing === 0) return []
  const action = { kind: 'generate_missing', id: order.id, number: order.number } as const
  return [{ code: 'UNITS_MISSING', params: { item: item.position, missing }, itemId: item.id, action }]
}

function openOf(order: OrderFacts, item: ItemView): Refusal[] {
  const open = item.units.filter(({ status }) => isOpenStatus(status))
  if (open.length === 0) return []
  const isIdle = open.every(({ assigneeName }) => assigneeName === null)
  return [
    {
      code: 'UNITS_NOT_CONCLUDED',
      params: { item: item.position, missing: open.length, units: unitLabels(open) },
      itemId: item.id,
      taskIds: open.map(({ taskId }) => taskId),
      action: { kind: isIdle ? 'assign_task' : 'open_item_tasks', id: order.id, number: order.number },
    },
  ]
}

/** The quantities of an item's columns, as decimal texts: Qtd, Qtd Fat. and Saldo. */
export function quantitiesOf(item: ItemView, invoiced: number) {
  const of = (unitCount: number) => quantityOf({ unitCount, unitQuantity: item.unitQuantity })
  return { quantity: of(item.unitCount), invoicedQuantity: of(invoiced), balance: of(item.unitCount - invoiced) }
}
