import { z } from 'zod'
import { commandInput } from './errors'

/** The papers of the product: a quote, an order, and what of an order was done. */
export const documentKinds = ['quote', 'sales_order', 'service_report'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Which paper of which quote or order; `id` is that of the quote or of the order. */
export const documentRef = z.strictObject({ kind: z.enum(documentKinds), id: z.uuid() })
export type DocumentRef = z.infer<typeof documentRef>

/** A paper with prices. */
export type SalesDocumentRef = { kind: Exclude<DocumentKind, 'service_report'>; id: string }

/** How long a link for the customer works, in days. */
export const linkDays = [7, 30, 90] as const

/** Makes a link by which whoever has it reads this one paper, until it expires or is revoked. */
export const createDocumentLinkInput = z.strictObject({
  ...commandInput.shape,
  ...documentRef.shape,
  days: z.union(linkDays.map((days) => z.literal(days))),
})
export type CreateDocumentLink = z.infer<typeof createDocumentLinkInput>

export const listDocumentLinksInput = documentRef

export const revokeDocumentLinkInput = z.strictObject({ ...commandInput.shape, ...documentRef.shape, linkId: z.uuid() })
export type RevokeDocumentLink = z.infer<typeof revokeDocumentLinkInput>

/** The secret as it stands in the address of a link. */
export const linkSecret = z.string().regex(/^[\w-]{43}$/)
