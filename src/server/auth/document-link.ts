import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type DocumentKind, linkSecret } from '@/contract/documents'
import { appDoor } from '@/server/db/client'
import { companies } from '@/server/db/tables/companies'
import { documentLinks } from '@/server/db/tables/documents'
import type { Actor } from '@/server/domain/context'
import { contextOf } from '@/server/domain/context'
import { readSalesDocument } from '@/server/domain/documents/read-sales-document'
import { readServiceReport } from '@/server/domain/documents/read-service-report'
import { permissionsOfLink } from '@/server/domain/documents/rules'
import { hashOfSecret } from './secret'

/** The one paper that a link opens, and as whom it is read. */
export type OpenedLink = {
  linkId: string
  ref: { kind: DocumentKind; id: string }
  actor: Actor
  timeZone: string
  expiresAt: Date
}

/** What the page of a link says before the paper itself is opened. Cents are null where the paper has no prices. */
export type SharedDocument = {
  kind: DocumentKind
  number: number
  company: string
  customer: string
  issuedOn: string
  endsOn: string | null
  totalCents: number | null
  isDraft: boolean
  linkExpiresAt: Date
  timeZone: string
}

/** What `secret` opens, or null when it is unknown, expired or revoked: a stranger is not told which. */
export async function readDocumentLink(secret: string, now = new Date()): Promise<OpenedLink | null> {
  if (!linkSecret.safeParse(secret).success) return null
  const [link] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({
          linkId: documentLinks.id,
          companyId: documentLinks.companyId,
          kind: documentLinks.kind,
          quoteId: documentLinks.quoteId,
          salesOrderId: documentLinks.salesOrderId,
          expiresAt: documentLinks.expiresAt,
          timeZone: companies.timeZone,
        })
        .from(documentLinks)
        .innerJoin(companies, eq(companies.id, documentLinks.companyId))
        .where(
          and(
            eq(documentLinks.tokenHash, hashOfSecret(secret)),
            isNull(documentLinks.revokedAt),
            gt(documentLinks.expiresAt, now),
          ),
        ),
    { mode: 'read' },
  )
  const id = link?.quoteId ?? link?.salesOrderId
  if (!link || !id) return null
  const { linkId, companyId, timeZone, expiresAt } = link
  const kind = link.kind as DocumentKind
  const actor: Actor = { kind: 'system', userId: null, companyId, roles: [], permissions: permissionsOfLink(kind) }
  return { linkId, ref: { kind, id }, actor, timeZone, expiresAt }
}

/** What the page of a link shows, or null when the link opens nothing. */
export async function describeSharedDocument(secret: string, now = new Date()): Promise<SharedDocument | null> {
  const opened = await readDocumentLink(secret, now)
  if (!opened) return null
  const { actor, ref, timeZone, expiresAt } = opened
  const { kind, id } = ref
  return appDoor().inTransactionWithRetry({ companyId: actor.companyId, mode: 'read' }, async (tx) => {
    const ctx = contextOf(tx, actor, now, timeZone)
    const shown = { kind, linkExpiresAt: expiresAt, timeZone }
    if (kind === 'service_report') {
      const { number, issuer, recipient, issuedOn } = await readServiceReport(ctx, { id })
      const nothing = { endsOn: null, totalCents: null, isDraft: false }
      return { ...shown, ...nothing, number, company: issuer.name, customer: recipient.name, issuedOn }
    }
    const { number, issuer, recipient, issuedOn, endsOn, lines, status } = await readSalesDocument(ctx, { kind, id })
    const totalCents = lines.reduce((sum, line) => sum + (line.totalCents ?? 0), 0)
    const isDraft = kind === 'quote' && status === 'draft'
    return { ...shown, number, company: issuer.name, customer: recipient.name, issuedOn, endsOn, totalCents, isDraft }
  })
}

/** Counts that the paper was opened by its link. */
export async function noteOpening(linkId: string, now: Date): Promise<void> {
  await appDoor().inAuthTransaction((tx) =>
    tx
      .update(documentLinks)
      .set({ openCount: sql`${documentLinks.openCount} + 1`, lastOpenedAt: now })
      .where(eq(documentLinks.id, linkId)),
  )
}
