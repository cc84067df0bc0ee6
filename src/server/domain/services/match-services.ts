import { inArray, or, sql } from 'drizzle-orm'
import type { MatchServices } from '@/contract/services'
import { foldAccents } from '@/lib/accent-fold'
import { authorize } from '@/server/auth/authorize'
import { services } from '@/server/db/tables/services'
import type { Ctx } from '../context'
import { sellableServices } from './sellable-services'

/** Enough to tell that a description is not one service's alone. */
const MOST_RESULTS = 100

/**
 * For each name the active service of that code, else those of exactly that description, accents and case aside. Each with
 * the last sale to `customerId`. Amounts are null without `values.read`.
 */
export async function matchServices(ctx: Ctx, { names, customerId }: MatchServices) {
  authorize(ctx, 'services.read')
  const found = await sellableServices(ctx, {
    where: or(
      inArray(
        services.code,
        names.map((name) => name.toUpperCase()),
      ),
      inArray(
        sql`search_text(${services.description})`,
        names.map((name) => sql`search_text(${name})`),
      ),
    ),
    limit: MOST_RESULTS,
    customerId,
  })
  return names.map((name) => {
    const ofCode = found.filter(({ code }) => code === name.toUpperCase())
    const isNamed = ({ description }: { description: string }) => foldAccents(description) === foldAccents(name)
    return { name, services: ofCode.length > 0 ? ofCode : found.filter(isNamed) }
  })
}
