import type { CalendarDate } from '@/lib/calendar-date'
import { invoiceItems, invoices } from '@/server/db/tables/invoices'
import { actorIdOf, type Ctx } from '../context'
import { linkPickedUnits } from '../tasks/link-units'
import type { Billing } from './load-billing'
import type { PlannedLine, PlannedNote } from './plan-notes'

/** A planned note that has its id and its number. */
export type NewNote = PlannedNote & { id: string; number: number }

/** What all notes of one confirmation share. `replacesInvoiceId` is set on the one note that replaces another (F12). */
export type NoteDates = { competenceOn: CalendarDate; dueOn: CalendarDate | null; replacesInvoiceId?: string }

/** Inserts drafts with their lines and links their units (D2: or counts them). A step: the caller holds the order's lock. */
export async function insertNotes(
  ctx: Ctx,
  billing: Billing,
  notes: readonly NewNote[],
  dates: NoteDates,
): Promise<void> {
  await insertDrafts(ctx, billing, notes, dates)
  await insertLines(
    ctx,
    billing.order.id,
    notes.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, invoiceId: id }))),
  )
  for (const note of notes) await linkLines(ctx, note.id, note.lines)
}

/** The drafts alone; a replacement's lines take their units later. */
export async function insertDrafts(
  ctx: Ctx,
  { order }: Billing,
  notes: readonly NewNote[],
  dates: NoteDates,
): Promise<void> {
  await ctx.tx.insert(invoices).values(
    notes.map(({ id, number, fiscal, text, totalCents, issCents, netCents }) => ({
      id,
      number,
      salesOrderId: order.id,
      customerId: order.customer.id,
      ...fiscal,
      ...dates,
      text,
      totalCents,
      issCents,
      netCents,
      emitterMunicipality: order.company.municipalityCode ?? '',
      createdAt: ctx.now,
      createdBy: actorIdOf(ctx.actor),
    })),
  )
}

/** Inserts lines; the database copies quantity and price of a unit from the item. Lines without tasks count at once. */
export async function insertLines(
  ctx: Ctx,
  salesOrderId: string,
  lines: readonly (PlannedLine & { invoiceId: string })[],
  isReplacement = false,
): Promise<void> {
  await ctx.tx.insert(invoiceItems).values(
    lines.map(({ invoiceId, itemId, item, units, picked, amountCents }) => ({
      invoiceId,
      salesOrderId,
      salesOrderItemId: itemId,
      description: item.description,
      plannedUnits: units,
      counterUnits: picked.length === 0 && !isReplacement ? units : 0,
      unitQuantity: item.unitQuantity,
      unitPriceCents: item.unitPriceCents,
      amountCents,
    })),
  )
}

/** Links the tasks of a draft's lines. Throws what `linkPickedUnits` says when somebody else was first (F5). */
export async function linkLines(ctx: Ctx, invoiceId: string, lines: readonly PlannedLine[]): Promise<void> {
  await linkPickedUnits(ctx, {
    invoiceId,
    lines: lines.map(({ itemId, picked }) => ({ itemId, taskIds: picked.map(({ taskId }) => taskId) })),
  })
}
