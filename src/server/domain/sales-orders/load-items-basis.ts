import { sql } from 'drizzle-orm'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { ServiceReference, SizeSettings } from './load-references'

/** What an item that joins an order is measured by. */
export type LoadItemsBasis = {
  settings: SizeSettings
  services: ServiceReference[]
  opportunityId: string | null
  lastPosition: number
  unitsOfOtherItems: number
}

/** Reads it in one statement; the verb holds the order's lock. Throws NOT_FOUND. */
export async function loadItemsBasis(
  ctx: Ctx,
  salesOrderId: string,
  serviceIds: readonly string[],
): Promise<LoadItemsBasis> {
  const [basis] = await ctx.tx.execute<LoadItemsBasis>(sql`
    select
      json_build_object('generatesOpportunity', s.generates_opportunity, 'granularity', s.granularity,
        'maxUnitsPerItem', s.max_units_per_item, 'maxUnitsPerOrder', s.max_units_per_order) as settings,
      (select coalesce(json_agg(json_build_object('id', v.id, 'code', v.code, 'description', v.description, 'kind', v.kind,
          'unitPriceCents', v.unit_price_cents, 'granularity', v.granularity, 'isActive', v.is_active, 'unitCode', m.code,
          'allowsFractions', m.allows_fractions)), '[]')
        from services v join units_of_measure m on m.company_id = v.company_id and m.id = v.unit_of_measure_id
        where v.id = any(${uuidArray(serviceIds)})) as services,
      (select y.id from opportunities y where y.company_id = s.company_id and y.sales_order_id = ${salesOrderId} and y.undone_at is null) as "opportunityId",
      coalesce(max(i.position), 0) as "lastPosition",
      coalesce(sum(i.unit_count) filter (where i.kind = 'service' and i.granularity <> 'none'), 0)::int as "unitsOfOtherItems"
    from order_settings s
    left join sales_order_items i on i.company_id = s.company_id and i.sales_order_id = ${salesOrderId} and i.removed_at is null
    group by s.company_id`)
  if (!basis) throw new DomainError('NOT_FOUND')
  return basis
}
