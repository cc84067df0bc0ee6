import Big from 'big.js'
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import { type ItemBalance, itemBalance } from '../sales-orders/item-balance'
import { lineAmount } from '../sales-orders/line-amount'
import { type FiscalGroup, type FiscalKey, fiscalKeyOf, groupByFiscalKey } from './fiscal-key'
import { invoiceText } from './invoice-text'
import type { Billing, BillingItem, BillingUnit } from './load-billing'
import { type NoteTaxes, noteTaxes } from './note-taxes'
import { isBillable, oldestConclusions } from './oldest-conclusions'
import type { WantedUnits } from './rules'

/** One line of a note to be: how many units of which item, which tasks, for how much. */
export type PlannedLine = {
  itemId: string
  item: BillingItem
  fiscal: FiscalKey
  units: number
  /** The tasks that will be linked; empty when the item is billed by its counter. */
  picked: BillingUnit[]
  amountCents: number
}

/** A note to be (F7). `key` names it in the dialog. */
export type PlannedNote = FiscalGroup<PlannedLine> & NoteTaxes & { totalCents: number; text: string }

/** Everything that can be billed now. */
export function allBillable(billing: Billing): WantedUnits[] {
  return billing.items.map((item) => ({ itemId: item.id, units: itemBalance(item, billing.order).billable }))
}

/** The notes that billing `wanted` makes; the dialog's preview and the verb that issues both call it. */
export function planNotes(billing: Billing, wanted: readonly WantedUnits[]): PlannedNote[] {
  const asked = new Map(wanted.map((line) => [line.itemId, line]))
  const lines = billing.items.flatMap((item) => {
    const line = asked.get(item.id)
    return line && line.units > 0 ? [planLine(billing, item, line)] : []
  })
  return groupByFiscalKey(lines, billing.order.groupsByServiceCode).map((group) => {
    const totalCents = group.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
    return { ...group, totalCents, ...noteTaxes(totalCents, group.fiscal), text: textOf(billing, group.lines) }
  })
}

/** When a note issued today is due: the first part of the payment term (D9), or null without one. */
export function dueDay(dayOffsets: readonly number[] | null, today: CalendarDate): CalendarDate | null {
  const first = dayOffsets?.toSorted((a, b) => a - b)[0]
  return first === undefined ? null : addDays(today, first)
}

/** The fiscal key of an item of the order, as the registers are now. */
export function fiscalKeyOfItem({ order }: Pick<Billing, 'order'>, item: BillingItem): FiscalKey {
  return fiscalKeyOf({
    service: item,
    provider: order.company,
    serviceMunicipality: order.place?.municipalityCode ?? order.customer.municipalityCode,
    customerMunicipality: order.customer.municipalityCode,
  })
}

/** The text of a note with these lines (F19). */
export function textOf(
  billing: Billing,
  lines: readonly { item: BillingItem; units: number; picked: readonly BillingUnit[] }[],
): string {
  return invoiceText(
    billing.order,
    lines.map(({ item, units, picked }) => ({
      description: item.description,
      quantity: new Big(item.unitQuantity).times(units).toFixed(),
      unitCode: item.unitCode,
      unitNos: picked.map(({ unitNo }) => unitNo),
      unitTotal: highestUnitNo(billing, item),
      concludedOn: picked.flatMap(({ concludedOn }) => concludedOn ?? []),
    })),
  )
}

function planLine(billing: Billing, item: BillingItem, { units, taskIds }: WantedUnits): PlannedLine {
  return {
    itemId: item.id,
    item,
    fiscal: fiscalKeyOfItem(billing, item),
    units,
    picked: pick(billing, item, itemBalance(item, billing.order), units, taskIds),
    amountCents: lineAmount(item, units),
  }
}

function pick(
  { units: all }: Billing,
  item: BillingItem,
  { isCounter }: ItemBalance,
  units: number,
  taskIds?: readonly string[],
): BillingUnit[] {
  if (isCounter) return []
  if (!taskIds) return oldestConclusions(all, item.id, units)
  const chosen = new Set(taskIds)
  return all.filter((unit) => unit.itemId === item.id && chosen.has(unit.taskId) && isBillable(unit))
}

function highestUnitNo({ units }: Billing, item: BillingItem): number {
  return units.reduce((highest, unit) => (unit.itemId === item.id ? Math.max(highest, unit.unitNo) : highest), 0)
}
