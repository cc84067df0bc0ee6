import type { Refusal } from '@/contract/errors'
import { type CancelCode, cancelTextLength, type InvoiceStatus } from '@/contract/invoices'
import { type CalendarDate, formatDateTime } from '@/lib/calendar-date'
import { itemBalance } from '../sales-orders/item-balance'
import { refusalsOfCancelled, refusalsToInvoiceAll } from '../sales-orders/refusals-to-invoice-all'
import { unitLabels } from '../tasks/unit-label'
import { monthOf } from './competence-day'
import type { Billing, BillingItem } from './load-billing'

/** What a person asks to bill of one item: so many units, or these. */
export type WantedUnits = { itemId: string; units: number; taskIds?: readonly string[] }

/** F1: why not everything can be billed; empty when it can. */
export function refusalsToIssueAll({ order, items, units }: Billing): Refusal[] {
  const openOf = (itemId: string) => units.filter((unit) => unit.itemId === itemId && unit.status !== 'concluded')
  return refusalsToInvoiceAll(
    order,
    items.map((item) => ({ ...item, openUnits: openOf(item.id) })),
  )
}

/** F2, F5: why these units cannot be billed; empty when they can. */
export function refusalsToIssue(billing: Billing, wanted: readonly WantedUnits[]): Refusal[] {
  const refusals = refusalsOfCancelled(billing.order)
  const known = new Map(billing.items.map((item) => [item.id, item]))
  for (const { itemId, units, taskIds } of wanted) {
    const item = known.get(itemId)
    if (!item) {
      refusals.push({ code: 'REFERENCE_NOT_FOUND', itemId })
      continue
    }
    const { billable } = itemBalance(item, billing.order)
    if (units > billable) {
      refusals.push({ code: 'ABOVE_BILLABLE', params: { item: item.position, billable }, itemId })
      refusals.push(...takenBy(billing, item, taskIds))
    } else if (taskIds) {
      refusals.push(...notFree(billing, item, taskIds))
    }
  }
  if (wanted.every(({ units }) => units === 0)) refusals.push({ code: 'NOTHING_TO_INVOICE' })
  return refusals
}

/** F16: the competence may be another month, not one that has not come. */
export function refusalsToCompetence(month: string | undefined, today: CalendarDate): Refusal[] {
  return month !== undefined && month > monthOf(today)
    ? [{ code: 'COMPETENCE_IN_FUTURE', field: 'competenceMonth' }]
    : []
}

/** What the rules about an existing note look at. */
export type InvoiceState = {
  id: string
  number: number
  status: InvoiceStatus
  isAwaitingAuthority: boolean
  /** The number of a live note that is to replace this one. */
  replacedBy: number | null
}

/** F10: "outros" needs a text, "serviço não prestado" the units that were not done. */
export function refusalsToCancel(
  invoice: InvoiceState & { taskIds: ReadonlySet<string> },
  input: { code: CancelCode; text: string; reopenTaskIds: readonly string[] },
): Refusal[] {
  const refusals = refusalsToRequestCancellation(invoice)
  if (input.code === 9 && input.text.length < cancelTextLength.least)
    refusals.push({ code: 'CANCEL_TEXT_TOO_SHORT', field: 'text' })
  return [...refusals, ...refusalsToReopen(invoice.taskIds, input)]
}

/** Whether a cancellation can be asked for at all. */
export function refusalsToRequestCancellation(invoice: InvoiceState): Refusal[] {
  return [...inState(invoice, ['authorised']), ...beingReplaced(invoice)]
}

/** Which units a cancellation may reopen: none for an error of issue, at least one for work not done, only the note's own. */
export function refusalsToReopen(
  taskIds: ReadonlySet<string>,
  { code, reopenTaskIds }: { code: CancelCode; reopenTaskIds: readonly string[] },
): Refusal[] {
  const foreign = reopenTaskIds.filter((taskId) => !taskIds.has(taskId))
  const isNoneWanted = code === 2 && reopenTaskIds.length === 0 && taskIds.size > 0
  return [
    ...(isNoneWanted ? [{ code: 'UNITS_TO_REOPEN_REQUIRED' as const, field: 'reopenTaskIds' }] : []),
    ...(foreign.length > 0 || (code === 1 && reopenTaskIds.length > 0)
      ? [{ code: 'REFERENCE_NOT_FOUND' as const, field: 'reopenTaskIds', taskIds: foreign }]
      : []),
  ]
}

/** F8: only a rejected note is corrected. */
export function refusalsToCorrect(invoice: InvoiceState): Refusal[] {
  return inState(invoice, ['rejected'])
}

/** Only a note without a document is given up; one that waits for the authority is not, for it may exist there. */
export function refusalsToGiveUp(invoice: InvoiceState): Refusal[] {
  return inState(invoice, ['draft', 'rejected'])
}

/** F12: only an authorised note is replaced, by one note at a time. */
export function refusalsToReplace(invoice: InvoiceState): Refusal[] {
  return [...inState(invoice, ['authorised']), ...beingReplaced(invoice)]
}

/** F9: "verificar agora" makes sense while an answer is missing. */
export function refusalsToResend(invoice: InvoiceState): Refusal[] {
  return inState(invoice, ['processing', 'cancellation_requested'])
}

function inState(invoice: InvoiceState, states: readonly InvoiceStatus[]): Refusal[] {
  if (states.includes(invoice.status)) return []
  return [{ code: 'INVOICE_TRANSITION_NOT_ALLOWED' }]
}

function beingReplaced(invoice: InvoiceState): Refusal[] {
  if (invoice.replacedBy === null) return []
  return [{ code: 'INVOICE_BEING_REPLACED', params: { invoice: invoice.replacedBy } }]
}

function notFree(billing: Billing, item: BillingItem, taskIds: readonly string[]): Refusal[] {
  const chosen = new Set(taskIds)
  const own = billing.units.filter(({ taskId, itemId }) => chosen.has(taskId) && itemId === item.id)
  const waiting = own.filter(({ status, isWaived }) => status !== 'concluded' || isWaived)
  const refusals = takenBy(billing, item, taskIds)
  if (waiting.length > 0) {
    const params = { units: labels(waiting), item: item.position }
    refusals.push({
      code: 'UNIT_NOT_BILLABLE',
      params,
      itemId: item.id,
      taskIds: waiting.map(({ taskId }) => taskId),
    })
  }
  if (own.length < chosen.size) refusals.push({ code: 'REFERENCE_NOT_FOUND', itemId: item.id })
  return refusals
}

/** F5: who billed the chosen units, or the item's last ones, and when. */
function takenBy(billing: Billing, item: BillingItem, taskIds?: readonly string[]): Refusal[] {
  const billed = billing.units.filter(({ itemId, invoiceId }) => itemId === item.id && invoiceId !== null)
  const chosen = taskIds && new Set(taskIds)
  const notes = billing.invoices.map((invoice) => ({
    invoice,
    units: billed.filter(({ taskId, invoiceId }) => invoiceId === invoice.id && (chosen?.has(taskId) ?? true)),
  }))
  const holding = notes.filter(({ units }) => units.length > 0)
  return (chosen ? holding : holding.slice(-1)).map(({ invoice, units }) => ({
    code: 'UNIT_ALREADY_BILLED' as const,
    params: {
      units: labels(units),
      item: item.position,
      who: invoice.createdBy ?? '',
      when: formatDateTime(new Date(invoice.createdAt)),
    },
    itemId: item.id,
    taskIds: units.map(({ taskId }) => taskId),
    action: openInvoice(invoice),
  }))
}

const labels = (units: readonly { unitNo: number }[]) =>
  unitLabels(units.map(({ unitNo }) => ({ unitNo, subject: '' })))

const openInvoice = ({ id, number }: { id: string; number: number }) => ({ kind: 'open_invoice', id, number }) as const
