import { and, eq } from 'drizzle-orm'
import type { RevokeDocumentLink } from '@/contract/documents'
import { authorize } from '@/server/auth/authorize'
import { documentLinks } from '@/server/db/tables/documents'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { documentIs } from './load'
import { permissionToShare } from './rules'

/** Ends a link of a paper from the next request on; one that has ended stays as it is. Throws NOT_FOUND. */
export async function revokeDocumentLink(ctx: Ctx, { kind, id, linkId }: RevokeDocumentLink) {
  authorize(ctx, permissionToShare(kind))
  const ofPaper = and(eq(documentLinks.id, linkId), documentIs({ kind, id }))
  const [link] = await ctx.tx
    .select({ revokedAt: documentLinks.revokedAt })
    .from(documentLinks)
    .where(ofPaper)
    .for('no key update')
  if (!link) throw new DomainError('NOT_FOUND')
  if (link.revokedAt) return { id: linkId }
  await ctx.tx
    .update(documentLinks)
    .set({ revokedAt: ctx.now, revokedBy: actorIdOf(ctx.actor) })
    .where(ofPaper)
  await recordEvent(ctx, {
    name: 'document.unshared',
    entityKind: kind === 'quote' ? 'quote' : 'salesOrder',
    entityId: id,
    salesOrderId: kind === 'quote' ? null : id,
    data: { kind },
  })
  return { id: linkId }
}
