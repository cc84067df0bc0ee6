import { sql } from 'drizzle-orm'
import type { LookupServices } from '@/contract/services'
import { authorize } from '@/server/auth/authorize'
import { matchesSearch } from '@/server/db/search-condition'
import { services } from '@/server/db/tables/services'
import type { Ctx } from '../context'
import { sellableServices } from './sellable-services'

const MOST_RESULTS = 20

/**
 * Active services for a combobox, by code or words: the exact code first, then codes that start with it. Each with the last
 * sale to `customerId`. Amounts are null without `values.read`.
 */
export async function lookupServices(ctx: Ctx, { query, customerId }: LookupServices) {
  authorize(ctx, 'services.read')
  return sellableServices(ctx, {
    where: matchesSearch(services.searchKey, query),
    orderBy: [sql`${services.code} = upper(${query}) desc`, sql`starts_with(${services.code}, upper(${query})) desc`],
    limit: MOST_RESULTS,
    customerId,
  })
}
