import { z } from 'zod'
import { commandInput } from './errors'
import { listingFields } from './listing'

/** States of a note (DOMAIN.md section 2). */
export const invoiceStatuses = [
  'draft',
  'processing',
  'authorised',
  'rejected',
  'cancellation_requested',
  'cancelled',
  'replaced',
] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/** Reasons of the authority for a cancellation (F10): 1 "erro na emissão", 2 "serviço não prestado", 9 "outros". */
export const cancelCodes = [1, 2, 9] as const
export type CancelCode = (typeof cancelCodes)[number]

/** Least and most characters of the text that goes with a cancellation or a replacement. */
export const cancelTextLength = { least: 15, most: 255 } as const

/** Most characters of a note's text (F19). */
export const invoiceTextLimit = 2_000

/** Most orders of one bulk gesture. */
export const bulkIssueLimit = 100

const unitsOfItem = z.strictObject({
  itemId: z.uuid(),
  /** How many units; the oldest conclusions are taken. */
  units: z.int().min(0).max(5_000).optional(),
  /** The units that the person chose; they win over `units`. */
  taskIds: z.array(z.uuid()).max(5_000).optional(),
})

/** `2026-11`: the month in which the services were rendered (F16). */
const month = z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/)

/** A number that fits the database: that of a document, or a version. */
const databaseInteger = z.int().positive().max(2_147_483_647)

const noteText = z.string().trim().min(1).max(invoiceTextLimit)

const namesEachItemOnce = (items: readonly { itemId: string }[]) =>
  new Set(items.map(({ itemId }) => itemId)).size === items.length

const selection = {
  /** `full` bills everything and needs every unit concluded (F1); `partial` bills what `items` names (F2). */
  mode: z.enum(['partial', 'full']),
  /** Without it a partial note takes all that can be billed. */
  items: z.array(unitsOfItem).max(500).refine(namesEachItemOnce).optional(),
  competenceMonth: month.optional(),
}

/** The question of the dialog "Faturar". The order by id or by number. */
export const draftInvoiceInput = z.strictObject({
  salesOrder: z.union([z.uuid(), databaseInteger]),
  ...selection,
})
export type DraftInvoice = z.infer<typeof draftInvoiceInput>

export const issueInvoiceInput = z.strictObject({
  ...commandInput.shape,
  salesOrderId: z.uuid(),
  ...selection,
  /** Texts that the person rewrote, by the key of the note in the draft. */
  texts: z
    .array(z.strictObject({ key: z.string().max(200), text: noteText }))
    .max(500)
    .optional(),
})
export type IssueInvoice = z.infer<typeof issueInvoiceInput>

/** "Faturar n pedidos": all that can be billed of each. */
export const issueManyInvoicesInput = z.strictObject({
  ...commandInput.shape,
  ids: z.array(z.uuid()).min(1).max(bulkIssueLimit),
  competenceMonth: month.optional(),
})
export type IssueManyInvoices = z.infer<typeof issueManyInvoicesInput>

const oneNote = { ...commandInput.shape, invoiceId: z.uuid(), version: databaseInteger }

/** "Corrigir e reenviar" (F8): what is not given stays, and registers are read again. */
export const correctInvoiceInput = z.strictObject({
  ...oneNote,
  text: noteText.optional(),
  competenceMonth: month.optional(),
})
export type CorrectInvoice = z.infer<typeof correctInvoiceInput>

export const giveUpInvoiceInput = z.strictObject({ ...oneNote, reason: z.string().trim().max(invoiceTextLimit) })
export type GiveUpInvoice = z.infer<typeof giveUpInvoiceInput>

export const resendInvoiceInput = z.strictObject({ ...commandInput.shape, invoiceId: z.uuid() })
export type ResendInvoice = z.infer<typeof resendInvoiceInput>

const cancellation = {
  code: z.literal(cancelCodes),
  /** The units that were not done: they are open again once the authority confirms. The others become billable. */
  reopenTaskIds: z.array(z.uuid()).max(5_000).optional(),
}

export const cancelInvoiceInput = z.strictObject({
  ...oneNote,
  ...cancellation,
  text: z.string().trim().max(cancelTextLength.most),
})
export type CancelInvoice = z.infer<typeof cancelInvoiceInput>

export const cancelPreviewInput = z.strictObject({ invoiceId: z.uuid(), ...cancellation })
export type CancelPreview = z.infer<typeof cancelPreviewInput>

/** "Substituir" (F12): a new note with the same units and amounts, with what is corrected. */
export const replaceInvoiceInput = z.strictObject({
  ...oneNote,
  text: noteText.optional(),
  competenceMonth: month.optional(),
  reason: z.string().trim().max(cancelTextLength.most),
})
export type ReplaceInvoice = z.infer<typeof replaceInvoiceInput>

export const getInvoiceInput = z.strictObject({ invoice: z.union([z.uuid(), databaseInteger]) })
export type GetInvoice = z.infer<typeof getInvoiceInput>

/** Views of the notes, and the states that each shows. */
export const invoiceViews = {
  processing: ['draft', 'processing', 'cancellation_requested'],
  rejected: ['rejected'],
  authorised: ['authorised'],
  cancelled: ['cancelled', 'replaced'],
} as const satisfies Record<string, readonly InvoiceStatus[]>
export const invoiceViewNames = ['processing', 'rejected', 'authorised', 'cancelled'] as const
export type InvoiceView = (typeof invoiceViewNames)[number]

/** "Pode faturar" shows orders with units to bill, the oldest conclusion first; the others show notes, the newest first. */
export const invoiceListViews = ['to_bill', ...invoiceViewNames] as const
export type InvoiceListView = (typeof invoiceListViews)[number]

export const listInvoicesInput = z.strictObject({
  view: z.enum(invoiceListViews).default('to_bill'),
  ...listingFields,
})
export type ListInvoices = z.infer<typeof listInvoicesInput>
