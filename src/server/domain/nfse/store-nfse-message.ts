import { uuidv7 } from '@/lib/uuid'
import { nfseMessages } from '@/server/db/tables/invoices'
import type { Ctx } from '../context'

/** One attempt or one answer. `detail` holds what was sent, or what the authority said. */
export type NfseMessage = {
  invoiceId: string
  kind: 'issue' | 'query' | 'cancellation' | 'replacement'
  outcome: 'sent' | 'accepted' | 'rejected' | 'unknown'
  code?: string | null
  detail?: string | null
}

/** Keeps an attempt or an answer for ever; the database lets a note move on only when its answer is here (INV-09). */
export async function storeNfseMessage(ctx: Ctx, message: NfseMessage): Promise<void> {
  await ctx.tx.insert(nfseMessages).values({ id: uuidv7(), at: ctx.now, ...message })
}
