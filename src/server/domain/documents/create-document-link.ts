import type { CreateDocumentLink } from '@/contract/documents'
import { addDays } from '@/lib/calendar-date'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { documentLinks } from '@/server/db/tables/documents'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { findDocument } from './load'
import { permissionToShare } from './rules'

/** A random value that the door makes: what the address holds, and what is stored of it. */
export type LinkSecret = { secret: string; hash: string }

const DAY_MS = 86_400_000

/**
 * Makes a link by which the customer reads one paper without signing in. Its secret is in this answer and nowhere else: a
 * repetition of the command answers without it. Throws NOT_FOUND.
 */
export async function createDocumentLink(ctx: Ctx, input: CreateDocumentLink, { secret, hash }: LinkSecret) {
  const { kind, id: documentId, days } = input
  authorize(ctx, permissionToShare(kind))
  if (kind !== 'service_report') authorize(ctx, 'values.read')
  await findDocument(ctx, input)
  const id = uuidv7()
  const salesOrderId = kind === 'quote' ? null : documentId
  await ctx.tx.insert(documentLinks).values({
    id,
    kind,
    quoteId: kind === 'quote' ? documentId : null,
    salesOrderId,
    tokenHash: hash,
    createdBy: actorIdOf(ctx.actor),
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + days * DAY_MS),
  })
  await recordEvent(ctx, {
    name: 'document.shared',
    entityKind: kind === 'quote' ? 'quote' : 'salesOrder',
    entityId: documentId,
    salesOrderId,
    data: { kind, dueOn: addDays(ctx.today, days) },
  })
  const answer: { id: string; secret?: string } = { id, secret }
  return answer
}
