import type { IssueManyInvoices } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { type IssuedInvoices, issueInvoice } from './issue-invoice'

/** One order of "Faturar n pedidos": everything of it that can be billed. */
export async function issueManyInvoices(
  ctx: Ctx,
  salesOrderId: string,
  input: IssueManyInvoices,
): Promise<IssuedInvoices> {
  authorize(ctx, 'invoices.issue')
  const { commandId, competenceMonth } = input
  return issueInvoice(ctx, { commandId, salesOrderId, mode: 'partial', competenceMonth })
}
