import { isOpenStatus, isStartedStatus } from '@/contract/tasks'
import type { CalendarDate } from '@/lib/calendar-date'
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

/** The quantities of an item's columns, as decimal texts: Qtd, Qtd Fat. and Saldo. */
export function quantitiesOf(item: ItemView, invoiced: number) {
  const of = (unitCount: number) => quantityOf({ unitCount, unitQuantity: item.unitQuantity })
  return { quantity: of(item.unitCount), invoicedQuantity: of(invoiced), balance: of(item.unitCount - invoiced) }
}
