import Big from 'big.js'
import type { Refusal } from '@/contract/errors'
import type { Permission } from '@/contract/permissions'
import { type QuoteAction, type QuoteStatus, quoteActions, type ShownQuoteStatus } from '@/contract/quotes'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { divideHalfEven } from '@/lib/money-share'
import { formatQuantity } from '@/lib/quantity'
import { readQuantity } from '../sales-orders/rules'

/** What the rules about a quote look at. `salesOrderNumber` is that of the order it became. */
export type QuoteState = {
  number: number
  status: QuoteStatus
  validUntil: CalendarDate
  salesOrderId: string | null
  salesOrderNumber: number | null
}

/** The steps of a quote: from where each may be taken, and where it leads. */
export const quoteSteps = {
  send: { from: ['draft'], to: 'sent' },
  approve: { from: ['sent'], to: 'approved' },
  lose: { from: ['draft', 'sent', 'approved'], to: 'lost' },
  reopen: { from: ['sent', 'approved', 'lost'], to: 'draft' },
} as const satisfies Record<string, { from: readonly QuoteStatus[]; to: QuoteStatus }>
export type QuoteStep = keyof typeof quoteSteps

/** What people see: a sent or approved quote past its date is expired, by the date alone. */
export function shownStatus(
  { status, validUntil }: Pick<QuoteState, 'status' | 'validUntil'>,
  today: CalendarDate,
): ShownQuoteStatus {
  return (status === 'sent' || status === 'approved') && validUntil < today ? 'expired' : status
}

/** Why a step cannot be taken; a converted quote points to its order. */
export function refusalsToStep(quote: QuoteState, step: QuoteStep): Refusal[] {
  const from: readonly QuoteStatus[] = quoteSteps[step].from
  if (from.includes(quote.status)) return []
  return quote.status === 'converted' ? alreadyConverted(quote) : [{ code: 'QUOTE_TRANSITION_NOT_ALLOWED' }]
}

/** Only a draft is edited: one that was sent is reopened first. */
export function refusalsToEdit(quote: QuoteState): Refusal[] {
  if (quote.status === 'draft') return []
  return quote.status === 'converted' ? alreadyConverted(quote) : [{ code: 'QUOTE_NOT_EDITABLE' }]
}

/** G17, D9: converted once, from sent or approved, within its validity. */
export function refusalsToConvert(quote: QuoteState, today: CalendarDate): Refusal[] {
  if (quote.status === 'converted') return alreadyConverted(quote)
  const shown = shownStatus(quote, today)
  return shown === 'sent' || shown === 'approved' ? [] : [{ code: 'QUOTE_NOT_CONVERTIBLE' }]
}

/** A quote is valid on its day of issue at least. */
export function refusalsToValidity({
  issuedOn,
  validUntil,
}: {
  issuedOn: CalendarDate
  validUntil: CalendarDate
}): Refusal[] {
  if (validUntil >= issuedOn) return []
  return [
    { code: 'QUOTE_VALIDITY_BEFORE_ISSUE', params: { issuedOn: formatDate(issuedOn) }, field: 'header.validUntil' },
  ]
}

/** An order takes of an item no more than was quoted. `field` names the input. */
export function refusalsToTake(item: { position: number; quantity: string }, wanted: string, field: string): Refusal[] {
  const read = readQuantity(wanted)
  if (read === null || new Big(read).lte(item.quantity)) return []
  const params = { item: item.position, available: formatQuantity(item.quantity), wanted: formatQuantity(read) }
  return [{ code: 'QUOTE_QUANTITY_ABOVE', params, field }]
}

/** The part of an item's discount that goes with a part of its quantity, in cents, rounded half to even (D4). */
export function discountOfPart(item: { quantity: string; discountCents: number }, wanted: string): number {
  const scaled = (quantity: string) => BigInt(new Big(quantity).times(10_000).toFixed(0))
  const part = readQuantity(wanted)
  if (part === null) return 0
  return Number(divideHalfEven(BigInt(item.discountCents) * scaled(part), scaled(item.quantity)))
}

/** Why each action on the quote is not to be had; an empty list allows it. */
export function actionsOfQuote(
  quote: QuoteState,
  permissions: ReadonlySet<Permission>,
  today: CalendarDate,
): Record<QuoteAction, Refusal[]> {
  const refusals: Record<QuoteAction, Refusal[]> = {
    edit: refusalsToEdit(quote),
    send: refusalsToStep(quote, 'send'),
    approve: refusalsToStep(quote, 'approve'),
    lose: refusalsToStep(quote, 'lose'),
    reopen: refusalsToStep(quote, 'reopen'),
    convert: refusalsToConvert(quote, today),
    duplicate: [],
    share: [],
  }
  for (const action of quoteActions) {
    const permission = action === 'convert' ? 'quotes.convert' : 'quotes.write'
    if (!permissions.has(permission)) refusals[action] = [{ code: 'FORBIDDEN', params: { permission } }]
  }
  return refusals
}

function alreadyConverted({ number, salesOrderId, salesOrderNumber }: QuoteState): Refusal[] {
  const order = { id: salesOrderId ?? undefined, number: salesOrderNumber ?? undefined }
  const params = { quote: number, number: salesOrderNumber }
  return [{ code: 'QUOTE_ALREADY_CONVERTED', params, action: { kind: 'open_order', ...order } }]
}
