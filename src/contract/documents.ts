import { z } from 'zod'

/** The papers of the product: a quote, an order, and what of an order was done. */
export const documentKinds = ['quote', 'sales_order', 'service_report'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Which paper of which quote or order; `id` is that of the quote or of the order. */
export const documentRef = z.strictObject({ kind: z.enum(documentKinds), id: z.uuid() })
export type DocumentRef = z.infer<typeof documentRef>

/** A paper with prices. */
export type SalesDocumentRef = { kind: Exclude<DocumentKind, 'service_report'>; id: string }
