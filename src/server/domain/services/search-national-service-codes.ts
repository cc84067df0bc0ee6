import type { Lookup } from '@/contract/listing'
import { authorize } from '@/server/auth/authorize'
import { nationalServiceCodesMatching } from '@/server/reference/national-service-codes'
import type { Ctx } from '../context'

/** Codes of the national list of services by number or words, at most 20. */
export async function searchNationalServiceCodes(ctx: Ctx, { query }: Lookup) {
  authorize(ctx, 'services.read')
  return nationalServiceCodesMatching(query)
}
