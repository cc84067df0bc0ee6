import type { Lookup } from '@/contract/listing'
import { authorize } from '@/server/auth/authorize'
import { municipalitiesMatching } from '@/server/reference/municipalities'
import type { Ctx } from '../context'

/** Municipalities by name, name and state, or IBGE code, at most 20. */
export async function searchMunicipalities(ctx: Ctx, { query }: Lookup) {
  authorize(ctx, 'registers.read')
  return municipalitiesMatching(query)
}
