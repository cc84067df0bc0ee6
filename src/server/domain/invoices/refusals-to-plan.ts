import type { Refusal } from '@/contract/errors'
import type { IssueInvoice } from '@/contract/invoices'
import type { Ctx } from '../context'
import type { Billing } from './load-billing'
import { missingFiscalData } from './missing-fiscal-data'
import type { PlannedNote } from './plan-notes'
import { refusalsToCompetence, refusalsToIssue, refusalsToIssueAll, type WantedUnits } from './rules'

/** Every reason against the notes that were planned, of the order, the units, the month and the registers. */
export function refusalsToPlan(
  ctx: Pick<Ctx, 'today'>,
  billing: Billing,
  wanted: readonly WantedUnits[],
  planned: readonly PlannedNote[],
  input: Pick<IssueInvoice, 'mode' | 'competenceMonth'>,
): Refusal[] {
  const units = input.mode === 'full' ? refusalsToIssueAll(billing) : refusalsToIssue(billing, wanted)
  const isWorthless = planned.some(({ totalCents }) => totalCents === 0)
  return [
    ...units,
    ...(isWorthless ? [{ code: 'INVOICE_WITHOUT_VALUE' as const }] : []),
    ...refusalsToCompetence(input.competenceMonth, ctx.today),
    ...missingFiscalData(
      billing.order,
      planned.flatMap(({ lines }) => lines.map(({ item }) => item)),
    ),
  ]
}
