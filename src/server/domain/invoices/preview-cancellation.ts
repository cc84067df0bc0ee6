import { eq } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { CancelPreview, InvoiceStatus } from '@/contract/invoices'
import { shareOfNet } from '@/lib/money-share'
import { authorize } from '@/server/auth/authorize'
import { invoices } from '@/server/db/tables/invoices'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { replacementOf } from './load'
import { type InvoiceLineView, loadInvoiceUnits } from './load-invoice-units'
import { refusalsToReopen, refusalsToRequestCancellation } from './rules'

/** A unit as the dialog names it. */
export type AffectedUnit = { taskId: string; unitNo: number; location: string }

/** What a cancellation does once the authority confirms it (F10). Cents are null for those without values. */
export type CancellationEffect = {
  refusals: Refusal[]
  reopened: AffectedUnit[]
  billableAgain: AffectedUnit[]
  /** Units billed without tasks, which the counter gives back. */
  counterUnits: number
  billableAgainCents: number | null
}

/** The effect of cancelling with this reason and these units not done; computed from what the verb will use. Throws NOT_FOUND. */
export async function previewCancellation(ctx: Ctx, input: CancelPreview): Promise<CancellationEffect> {
  authorize(ctx, 'invoices.cancel')
  const { invoiceId, code, reopenTaskIds = [] } = input
  const [invoice] = await ctx.tx.select().from(invoices).where(eq(invoices.id, invoiceId))
  if (!invoice) throw new DomainError('NOT_FOUND')
  const lines = await loadInvoiceUnits(ctx, invoiceId)
  const held = lines.flatMap(({ units }) => units.filter(({ isHeld }) => isHeld))
  const reopens = new Set(reopenTaskIds)
  const state = {
    ...invoice,
    status: invoice.status as InvoiceStatus,
    replacedBy: await replacementOf(ctx, invoiceId),
  }
  const cents = lines.reduce((sum, line) => sum + freedCents(line, reopens), 0)
  return {
    refusals: [
      ...refusalsToRequestCancellation(state),
      ...refusalsToReopen(new Set(held.map(({ taskId }) => taskId)), { code, reopenTaskIds }),
    ],
    reopened: held.filter(({ taskId }) => reopens.has(taskId)).map(affected),
    billableAgain: held.filter(({ taskId }) => !reopens.has(taskId)).map(affected),
    counterUnits: lines.reduce((sum, { counterUnits }) => sum + counterUnits, 0),
    billableAgainCents: ctx.actor.permissions.has('values.read') ? cents : null,
  }
}

function freedCents({ units, counterUnits, plannedUnits, amountCents }: InvoiceLineView, reopens: ReadonlySet<string>) {
  const freed = units.filter(({ taskId, isHeld }) => isHeld && !reopens.has(taskId)).length + counterUnits
  return shareOfNet(amountCents, freed, plannedUnits)
}

const affected = ({ taskId, unitNo, location }: AffectedUnit): AffectedUnit => ({ taskId, unitNo, location })
