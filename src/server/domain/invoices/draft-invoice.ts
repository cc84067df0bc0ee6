import Big from 'big.js'
import type { DraftInvoice } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { itemBalance } from '../sales-orders/item-balance'
import { lineAmount } from '../sales-orders/line-amount'
import { loadSalesOrder } from '../sales-orders/load'
import { competenceDay, competenceMonths, monthOf } from './competence-day'
import { fiscalNames } from './fiscal-names'
import { type Billing, type BillingItem, type BillingUnit, loadBilling } from './load-billing'
import { missingFiscalData } from './missing-fiscal-data'
import { isBillable } from './oldest-conclusions'
import { dueDay, type PlannedNote, planNotes } from './plan-notes'
import { refusalsToPlan } from './refusals-to-plan'
import { refusalsToIssueAll } from './rules'
import { wantedUnits } from './wanted-units'

/** Where a unit stands on the way to a note. */
export type UnitState = 'open' | 'scheduled' | 'concluded' | 'waived' | 'processing' | 'billed'

/**
 * The question of the dialog "Faturar": what each item allows, why not everything can be billed (F1), and exactly the notes
 * that confirming this selection would make. Computed by the code that issues. Cents are null for those without values.
 */
export async function draftInvoice(ctx: Ctx, input: DraftInvoice) {
  authorize(ctx, 'invoices.issue')
  const { id } = await loadSalesOrder(ctx, input.salesOrder)
  const billing = await loadBilling(ctx, id)
  const wanted = wantedUnits(billing, input)
  const notes = planNotes(billing, wanted)
  const refusals = refusalsToPlan(ctx, billing, wanted, notes, input)
  const cents = (amount: number) => (ctx.actor.permissions.has('values.read') ? amount : null)
  const month = input.competenceMonth ?? monthOf(ctx.today)
  const days = notes.flatMap(({ lines }) =>
    lines.flatMap(({ picked }) => picked.flatMap((unit) => unit.concludedOn ?? [])),
  )
  const { order } = billing
  return {
    salesOrder: {
      id: order.id,
      number: order.number,
      status: order.status,
      version: order.version,
      projectName: order.projectName,
      customer: { id: order.customer.id, name: order.customer.name, taxId: order.customer.taxId },
    },
    items: billing.items.filter(({ kind }) => kind === 'service').map((item) => itemView(billing, item, cents, notes)),
    notes: notes.map((note) => noteView(note, cents)),
    totalCents: cents(notes.reduce((sum, { totalCents }) => sum + totalCents, 0)),
    units: notes.reduce((sum, { lines }) => sum + lines.reduce((units, line) => units + line.units, 0), 0),
    /** F16: `differs` asks for a look at the month. */
    competence: { month, on: competenceDay(input.competenceMonth, ctx.today), ...competenceMonths(days, month) },
    dueOn: dueDay(order.dayOffsets, ctx.today),
    missing: missingFiscalData(
      order,
      notes.flatMap(({ lines }) => lines.map(({ item }) => item)),
    ),
    actions: { issue: refusals, issueAll: refusalsToIssueAll(billing) },
  }
}

function itemView(
  billing: Billing,
  item: BillingItem,
  cents: (amount: number) => number | null,
  notes: readonly PlannedNote[],
) {
  const { isCounter, missing, invoiced, billable } = itemBalance(item, billing.order)
  const line = notes.flatMap(({ lines }) => lines).find(({ itemId }) => itemId === item.id)
  const units = billing.units.filter(({ itemId }) => itemId === item.id)
  return {
    id: item.id,
    position: item.position,
    description: item.description,
    unitCode: item.unitCode,
    quantity: new Big(item.unitQuantity).times(item.unitCount).toFixed(),
    unitQuantity: item.unitQuantity,
    unitCount: item.unitCount,
    unitPriceCents: cents(item.unitPriceCents),
    netCents: cents(item.netCents),
    isCounter,
    missing,
    concluded: item.unitsConcluded,
    waived: item.unitsWaived,
    invoiced,
    processing: item.processingUnits,
    billable,
    billableCents: cents(lineAmount(item, billable)),
    /** What the selection takes of this item. */
    now: {
      units: line?.units ?? 0,
      amountCents: cents(line?.amountCents ?? 0),
      taskIds: line?.picked.map(({ taskId }) => taskId) ?? [],
    },
    unitTotal: units.reduce((highest, { unitNo }) => Math.max(highest, unitNo), 0),
    cells: units.map((unit) => cellOf(billing, unit)),
  }
}

function cellOf({ invoices }: Billing, unit: BillingUnit) {
  const invoice = invoices.find(({ id }) => id === unit.invoiceId)
  return {
    taskId: unit.taskId,
    unitNo: unit.unitNo,
    state: stateOf(unit, invoice?.status),
    location: unit.location,
    concludedOn: unit.concludedOn,
    invoice: invoice ? { id: invoice.id, number: invoice.number, nfseNumber: invoice.nfseNumber } : null,
  }
}

function stateOf(unit: BillingUnit, noteStatus: string | undefined): UnitState {
  if (noteStatus === 'draft' || noteStatus === 'processing') return 'processing'
  if (noteStatus) return 'billed'
  if (isBillable(unit)) return 'concluded'
  if (unit.isWaived) return 'waived'
  return unit.scheduledAt === null ? 'open' : 'scheduled'
}

function noteView(note: PlannedNote, cents: (amount: number) => number | null) {
  const { key, fiscal, text, totalCents, issCents, netCents, isIssOnNote, lines } = note
  return {
    key,
    ...fiscal,
    ...fiscalNames(fiscal),
    text,
    units: lines.reduce((sum, { units }) => sum + units, 0),
    itemIds: lines.map(({ itemId }) => itemId),
    totalCents: cents(totalCents),
    issCents: cents(issCents),
    netCents: cents(netCents),
    /** False where the ISS is paid by the company's own guide (Simples, MEI). */
    isIssOnNote,
  }
}
