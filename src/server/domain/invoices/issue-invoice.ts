import type { IssueInvoice } from '@/contract/invoices'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { lockSalesOrder } from '../sales-orders/load'
import { competenceDay } from './competence-day'
import { insertNotes, type NewNote } from './insert-notes'
import { loadBilling } from './load-billing'
import { dueDay, planNotes } from './plan-notes'
import { refusalsToPlan } from './refusals-to-plan'
import { type TransmittedNote, transmitNotes } from './transmit-notes'
import { wantedUnits } from './wanted-units'

/** The notes that one confirmation made, all of them on their way to the authority. */
export type IssuedInvoices = { salesOrder: { id: string; number: number }; invoices: TransmittedNote[] }

/**
 * Bills units of an order: one note per fiscal key (F7), all reserved, numbered and handed to the worker in this
 * transaction; the failure of one at the authority does not undo the others. Refuses with every reason at once (F1, F2,
 * F5, F16, F17).
 */
export async function issueInvoice(ctx: Ctx, input: IssueInvoice): Promise<IssuedInvoices> {
  authorize(ctx, 'invoices.issue')
  const order = await lockSalesOrder(ctx, input.salesOrderId)
  const billing = await loadBilling(ctx, order.id)
  const wanted = wantedUnits(billing, input)
  const planned = planNotes(billing, wanted)
  refuse(refusalsToPlan(ctx, billing, wanted, planned, input))

  const texts = new Map(input.texts?.map(({ key, text }) => [key, text]))
  const notes: NewNote[] = []
  for (const note of planned) {
    notes.push({
      ...note,
      text: texts.get(note.key) ?? note.text,
      id: uuidv7(),
      number: await nextNumber(ctx.tx, 'invoices'),
    })
  }
  const competenceOn = competenceDay(input.competenceMonth, ctx.today)
  const dueOn = dueDay(billing.order.dayOffsets, ctx.today)
  await insertNotes(ctx, billing, notes, { competenceOn, dueOn })
  const sent = await transmitNotes(
    ctx,
    notes.map(({ id }) => id),
  )
  await recordEvent(
    ctx,
    notes.map((note) => ({
      name: 'invoice.issued',
      entityKind: 'invoice',
      entityId: note.id,
      salesOrderId: order.id,
      from: 'draft',
      to: 'processing',
      data: {
        number: note.number,
        units: note.lines.reduce((sum, { units }) => sum + units, 0),
        totalCents: note.totalCents,
      },
    })),
  )
  return { salesOrder: { id: order.id, number: order.number }, invoices: sent }
}
