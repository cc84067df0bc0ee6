import type { FindTaxIdHolder } from '@/contract/customers'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { holderOfTaxId } from './load'

/** The customer, other than `exceptId`, that has this CPF or CNPJ; null when none does. */
export async function findTaxIdHolder(ctx: Ctx, { taxId, exceptId }: FindTaxIdHolder) {
  authorize(ctx, 'customers.read')
  return holderOfTaxId(ctx, taxId, exceptId)
}
