import { z } from 'zod'

/** The kinds of record that the palette finds, in the order in which it shows them. */
export const searchKinds = ['salesOrder', 'quote', 'opportunity', 'task', 'customer', 'invoice'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Words, a number, a document or a telephone. With a kind only that one is asked, and no words mean its latest. */
export const searchRecordsInput = z.strictObject({
  q: z.string().trim().max(100).default(''),
  kind: z.enum(searchKinds).optional(),
})
export type SearchRecords = z.infer<typeof searchRecordsInput>
