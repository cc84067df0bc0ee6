import { z } from 'zod'
import { calendarDay } from './calendar-day'
import { commandInput } from './errors'
import { listingFields } from './listing'
import { maxItemsPerOrder, quantityText, salesOrderHeaderFields } from './sales-orders'
import { plainText, requiredText } from './text-fields'

/** What is stored. */
export const quoteStatuses = ['draft', 'sent', 'approved', 'converted', 'lost'] as const
export type QuoteStatus = (typeof quoteStatuses)[number]

/** What is shown: a sent or approved quote past its date is expired. */
export const shownQuoteStatuses = [...quoteStatuses, 'expired'] as const
export type ShownQuoteStatus = (typeof shownQuoteStatuses)[number]

export const quoteViews = ['all', 'draft', 'sent', 'approved', 'expired', 'converted', 'lost'] as const
export type QuoteView = (typeof quoteViews)[number]

export const quoteSorts = ['-issuedOn', 'issuedOn', '-number', 'number', '-total', 'total'] as const

export const quoteActions = ['edit', 'send', 'approve', 'lose', 'reopen', 'convert', 'duplicate', 'share'] as const
export type QuoteAction = (typeof quoteActions)[number]

const version = z.int32().positive()
const amountCents = z.int().nonnegative().max(99_999_999_999)

export const quoteHeaderFields = salesOrderHeaderFields
  .omit({ dueOn: true })
  .extend({ validUntil: calendarDay, opportunityId: z.uuid().nullable().default(null) })
export type QuoteHeaderFields = z.infer<typeof quoteHeaderFields>

export const quoteItemFields = z.strictObject({
  serviceId: z.uuid(),
  description: requiredText(200).optional(),
  quantity: quantityText,
  unitPriceCents: amountCents.optional(),
  discountCents: amountCents.default(0),
})
export type QuoteItemFields = z.infer<typeof quoteItemFields>

const content = { header: quoteHeaderFields, items: z.array(quoteItemFields).min(1).max(maxItemsPerOrder) }

export const createQuoteInput = z.strictObject({ ...commandInput.shape, ...content })
export type CreateQuote = z.infer<typeof createQuoteInput>

/** The items are sent whole: they have no life of their own before they become an order. */
export const updateQuoteInput = z.strictObject({ ...commandInput.shape, ...content, quoteId: z.uuid(), version })
export type UpdateQuote = z.infer<typeof updateQuoteInput>

/** Sends, approves or reopens; already there is a success. */
export const quoteStepInput = z.strictObject({ ...commandInput.shape, quoteId: z.uuid() })
export type QuoteStep = z.infer<typeof quoteStepInput>

export const loseQuoteInput = z.strictObject({
  ...commandInput.shape,
  quoteId: z.uuid(),
  lossReasonId: z.uuid(),
  reason: plainText(500),
})
export type LoseQuote = z.infer<typeof loseQuoteInput>

/** Which items go into the order, with which quantity. */
export const convertQuoteInput = z.strictObject({
  ...commandInput.shape,
  quoteId: z.uuid(),
  items: z
    .array(z.strictObject({ quoteItemId: z.uuid(), quantity: quantityText }))
    .min(1)
    .max(maxItemsPerOrder),
  issuedOn: calendarDay,
  dueOn: calendarDay.nullable().default(null),
  sellerId: z.uuid(),
  projectId: z.uuid().nullable().default(null),
  contractId: z.uuid().nullable().default(null),
  generatesOpportunity: z.boolean(),
  /** With a quote that has an opportunity: link that one, or make a new one. */
  opportunity: z.enum(['link', 'create']).default('link'),
})
export type ConvertQuote = z.infer<typeof convertQuoteInput>

export const listQuotesInput = z.strictObject({
  ...listingFields,
  view: z.enum(quoteViews).default('all'),
  sellerIds: z.array(z.uuid()).max(20).default([]),
  customerId: z.uuid().optional(),
  issuedFrom: calendarDay.optional(),
  issuedTo: calendarDay.optional(),
  sort: z.enum(quoteSorts).default('-issuedOn'),
})
export type ListQuotes = z.infer<typeof listQuotesInput>

export const getQuoteInput = z.strictObject({ number: z.int32().positive() })
export type GetQuote = z.infer<typeof getQuoteInput>
