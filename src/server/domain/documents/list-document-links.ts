import { desc } from 'drizzle-orm'
import type { DocumentRef } from '@/contract/documents'
import { authorize } from '@/server/auth/authorize'
import { actorName } from '@/server/db/actor-name'
import { documentLinks } from '@/server/db/tables/documents'
import type { Ctx } from '../context'
import { documentIs, findDocument } from './load'
import { permissionToShare, statusOfLink } from './rules'

const MOST_SHOWN = 20

/** The newest links of one paper: who made each, until when it works, and whether the customer opened it. Throws NOT_FOUND. */
export async function listDocumentLinks(ctx: Ctx, ref: DocumentRef) {
  authorize(ctx, permissionToShare(ref.kind))
  await findDocument(ctx, ref)
  const links = await ctx.tx
    .select({
      id: documentLinks.id,
      createdByName: actorName('document_links', 'created_by'),
      createdAt: documentLinks.createdAt,
      expiresAt: documentLinks.expiresAt,
      revokedAt: documentLinks.revokedAt,
      openCount: documentLinks.openCount,
      lastOpenedAt: documentLinks.lastOpenedAt,
    })
    .from(documentLinks)
    .where(documentIs(ref))
    .orderBy(desc(documentLinks.createdAt), desc(documentLinks.id))
    .limit(MOST_SHOWN)
  return links.map((link) => ({ ...link, status: statusOfLink(link, ctx.now) }))
}
