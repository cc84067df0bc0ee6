import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { companies } from '@/server/db/tables/companies'
import { customers } from '@/server/db/tables/customers'
import { invoices, nfseMessages } from '@/server/db/tables/invoices'
import { canonicalJson } from '../commands/canonical-json'
import type { Ctx } from '../context'
import { dpsId } from '../nfse/dps-id'
import { storeNfseMessage } from '../nfse/store-nfse-message'

/** What is declared to the authority about one note. It is kept with the first attempt and never changes after it. */
export type DpsContent = {
  dpsId: string
  series: number
  number: number
  emitterMunicipality: string
  providerTaxId: string
  recipient: { taxId: string | null; name: string }
  nationalServiceCode: string
  placeOfIncidence: string
  taxRegime: string
  issRateBasisPoints: number
  issWithheld: boolean
  competenceOn: string
  issuedAt: string
  text: string
  totalCents: number
  issCents: number
  netCents: number
  /** The key of the note that this one replaces (F12). */
  replacesAccessKey: string | null
}

/** A note that is to be sent, or asked about because it may have been sent already. */
export type ClaimedTransmission = {
  invoiceId: string
  /** `ask`: an attempt without an answer is on record, so the authority is asked by the DPS id before anything is sent (F9). */
  step: 'send' | 'ask'
  lastSentAt: Date
  content: DpsContent
  digest: string
}

/**
 * Takes a note that waits for the authority and keeps the attempt before it is made; null when the note has its answer. A
 * run that dies afterwards leaves the attempt on record, and the next one asks instead of sending (INV-07).
 */
export async function claimTransmission(ctx: Ctx, invoiceId: string): Promise<ClaimedTransmission | null> {
  const [invoice] = await ctx.tx
    .select({ status: invoices.status })
    .from(invoices)
    .where(eq(invoices.id, invoiceId))
    .for('no key update')
  if (invoice?.status !== 'processing') return null
  const [last] = await ctx.tx
    .select({ kind: nfseMessages.kind, outcome: nfseMessages.outcome, at: nfseMessages.at })
    .from(nfseMessages)
    .where(and(eq(nfseMessages.invoiceId, invoiceId), inArray(nfseMessages.kind, ['issue', 'query'])))
    .orderBy(desc(nfseMessages.id))
    .limit(1)
  const sent = last && last.outcome !== 'rejected' ? await lastAttempt(ctx, invoiceId) : null
  if (sent) return { invoiceId, step: 'ask', lastSentAt: sent.at, ...withDigest(sent.content) }
  // After "not found" the very same content is sent again; after a rejection it is a corrected one.
  const isAgain = last?.kind === 'query' && last.outcome === 'rejected'
  const again = isAgain ? await lastAttempt(ctx, invoiceId) : null
  const content = again?.content ?? (await contentOf(ctx, invoiceId))
  await storeNfseMessage(ctx, { invoiceId, kind: 'issue', outcome: 'sent', detail: JSON.stringify(content) })
  return { invoiceId, step: 'send', lastSentAt: ctx.now, ...withDigest(content) }
}

async function lastAttempt(ctx: Ctx, invoiceId: string): Promise<{ at: Date; content: DpsContent } | null> {
  const [attempt] = await ctx.tx
    .select({ at: nfseMessages.at, detail: nfseMessages.detail })
    .from(nfseMessages)
    .where(and(eq(nfseMessages.invoiceId, invoiceId), eq(nfseMessages.kind, 'issue'), eq(nfseMessages.outcome, 'sent')))
    .orderBy(desc(nfseMessages.id))
    .limit(1)
  return attempt?.detail ? { at: attempt.at, content: JSON.parse(attempt.detail) as DpsContent } : null
}

async function contentOf(ctx: Ctx, invoiceId: string): Promise<DpsContent> {
  const [row] = await ctx.tx
    .select({
      invoice: invoices,
      providerTaxId: companies.taxId,
      recipientTaxId: customers.taxId,
      recipientName: sql<string>`coalesce(${customers.legalName}, ${customers.name})`,
      replacesAccessKey: sql<
        string | null
      >`(select r.access_key from invoices r where r.company_id = invoices.company_id and r.id = invoices.replaces_invoice_id)`,
    })
    .from(invoices)
    .innerJoin(companies, eq(companies.id, invoices.companyId))
    .innerJoin(customers, and(eq(customers.companyId, invoices.companyId), eq(customers.id, invoices.customerId)))
    .where(eq(invoices.id, invoiceId))
  const invoice = row?.invoice
  if (!invoice || invoice.dpsSeries === null || invoice.dpsNumber === null) {
    throw new Error('a note in processing has no DPS number')
  }
  const { dpsSeries: series, dpsNumber: number, emitterMunicipality } = invoice
  const { providerTaxId } = row
  return {
    dpsId: dpsId({ municipalityCode: emitterMunicipality, taxId: providerTaxId, series, number }),
    series,
    number,
    emitterMunicipality,
    providerTaxId,
    recipient: { taxId: row.recipientTaxId, name: row.recipientName },
    nationalServiceCode: invoice.nationalServiceCode,
    placeOfIncidence: invoice.placeOfIncidence,
    taxRegime: invoice.taxRegime,
    issRateBasisPoints: invoice.issRateBasisPoints,
    issWithheld: invoice.issWithheld,
    competenceOn: invoice.competenceOn,
    issuedAt: (invoice.issuedAt ?? ctx.now).toISOString(),
    text: invoice.text,
    totalCents: invoice.totalCents,
    issCents: invoice.issCents,
    netCents: invoice.netCents,
    replacesAccessKey: row.replacesAccessKey,
  }
}

const withDigest = (content: DpsContent) => ({
  content,
  digest: createHash('sha256').update(canonicalJson(content)).digest('hex'),
})
