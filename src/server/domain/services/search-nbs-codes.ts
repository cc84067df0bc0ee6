import type { Lookup } from '@/contract/listing'
import { authorize } from '@/server/auth/authorize'
import { nbsCodesMatching } from '@/server/reference/nbs-codes'
import type { Ctx } from '../context'

/** Codes of the Brazilian nomenclature of services by number or words, at most 20. */
export async function searchNbsCodes(ctx: Ctx, { query }: Lookup) {
  authorize(ctx, 'services.read')
  return nbsCodesMatching(query)
}
