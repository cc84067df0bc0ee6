import type { DocumentRef } from '@/contract/documents'
import { foldAccents } from '@/lib/accent-fold'
import { paperWords } from '@/server/documents/paper-words'
import type { Paper } from '@/server/documents/render-paper'
import type { Ctx } from '@/server/domain/context'
import { readSalesDocument } from '@/server/domain/documents/read-sales-document'
import {
  readServiceReport,
  type ServiceReport,
  type StoredPicture,
} from '@/server/domain/documents/read-service-report'
import { openStorage } from '@/server/gateways/storage/open-storage'
import { storageKey } from './storage-key'

/** What a paper says, as it was read; its pictures are fetched afterwards, outside the transaction. */
export type ReadPaper =
  | { kind: 'sales'; document: Awaited<ReturnType<typeof readSalesDocument>> }
  | { kind: 'report'; report: ServiceReport }

const MOST_PICTURES = 600
const LONGEST_NAME = 60

/** Reads what the paper `ref` says. The questions it asks authorise. */
export async function readPaper(ctx: Ctx, { kind, id }: DocumentRef): Promise<ReadPaper> {
  return kind === 'service_report'
    ? { kind: 'report', report: await readServiceReport(ctx, { id }) }
    : { kind: 'sales', document: await readSalesDocument(ctx, { kind, id }) }
}

/** The paper with its logo and pictures, ready to be printed at the instant `printedAt`. */
export async function withPictures(read: ReadPaper, printedAt: Date): Promise<Paper> {
  const { issuer } = read.kind === 'sales' ? read.document : read.report
  const logo = issuer.logo && (await bytesOf(issuer.companyId, issuer.logo, false))
  if (read.kind === 'sales') return { ...read, logo, printedAt }
  const wanted = read.report.items.flatMap(({ units }) =>
    units.flatMap(({ pictures, signature }) => (signature ? [...pictures, signature] : pictures)),
  )
  const found = new Map<string, Buffer>()
  for (const picture of wanted.slice(0, MOST_PICTURES)) {
    const bytes = found.has(picture.sha256) ? null : await bytesOf(issuer.companyId, picture, true)
    if (bytes) found.set(picture.sha256, bytes)
  }
  return { ...read, logo, printedAt, pictureOf: ({ sha256 }) => found.get(sha256) ?? null }
}

/** `orcamento-31-condominio-solar.pdf`: letters, digits and hyphens, which every system takes. */
export function fileNameOf(read: ReadPaper): string {
  const { number, recipient } = read.kind === 'sales' ? read.document : read.report
  const kind = read.kind === 'sales' ? read.document.kind : 'service_report'
  const customer = foldAccents(recipient.name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '')
  return paperWords(`fileNames.${kind}`, { number: `${number}`, customer: customer || 'cliente' })
}

async function bytesOf(companyId: string, { sha256 }: StoredPicture, isThumbnail: boolean): Promise<Buffer | null> {
  const bytes = await openStorage().get(storageKey(companyId, sha256, isThumbnail))
  return bytes && Buffer.from(bytes)
}
