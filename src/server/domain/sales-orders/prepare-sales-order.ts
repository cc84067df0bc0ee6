import { sql } from 'drizzle-orm'
import { maxItemsPerOrder, type PrepareSalesOrder, tasksToConfirm } from '@/contract/sales-orders'
import type { Granularity } from '@/contract/settings'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

type Option = { id: string; name: string }

type Prepared = {
  settings: {
    showsProjectAndContract: boolean
    generatesOpportunity: boolean
    generatesByDefault: boolean
    granularity: Granularity
    maxUnitsPerItem: number
    maxUnitsPerOrder: number
    titleTemplate: string
  }
  sellers: Option[]
  paymentTerms: (Option & { dayOffsets: number[] })[]
  projects: (Option & { customerId: string | null })[]
  contracts: (Option & { customerId: string | null })[]
  /** The number that the order will most likely get. */
  nextNumber: number
  /** The chosen customer with its people and places, the newest places of service first. */
  customer: {
    id: string
    name: string
    taxId: string | null
    orderCount: number
    contacts: (Option & { phone: string | null })[]
    addresses: (Option & { street: string; streetNumber: string; city: string; state: string })[]
  } | null
}

/** All that the form of a new order needs, in one statement. The seller is whoever asks, if they sell. */
export async function prepareSalesOrder(ctx: Ctx, { customerId }: PrepareSalesOrder) {
  authorize(ctx, 'salesOrders.write')
  const [found] = await ctx.tx.execute<Prepared>(sql`
    select
      json_build_object('showsProjectAndContract', s.shows_project_and_contract, 'generatesOpportunity', s.generates_opportunity,
        'generatesByDefault', s.generates_by_default, 'granularity', s.granularity, 'maxUnitsPerItem', s.max_units_per_item,
        'maxUnitsPerOrder', s.max_units_per_order, 'titleTemplate', s.title_template) as settings,
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name), '[]') from memberships m join users u on u.id = m.user_id
        where m.disabled_at is null and u.disabled_at is null and m.roles && '{admin,manager,seller}') as sellers,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'dayOffsets', day_offsets) order by day_offsets, name), '[]')
        from payment_terms where is_active) as "paymentTerms",
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'customerId', customer_id) order by name), '[]')
        from (select * from projects where is_active order by search_key limit 200) active) as projects,
      (select coalesce(json_agg(json_build_object('id', id, 'name', code, 'customerId', customer_id) order by code), '[]')
        from (select * from contracts where is_active order by search_key limit 200) active) as contracts,
      coalesce((select last_number from counters where kind = 'sales_orders'), 0) + 1 as "nextNumber",
      (select json_build_object('id', c.id, 'name', c.name, 'taxId', c.tax_id,
          'orderCount', (select count(*)::int from sales_orders o where o.company_id = c.company_id and o.customer_id = c.id),
          'contacts', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'phone', t.phone) order by t.position, t.name), '[]')
            from customer_contacts t where t.company_id = c.company_id and t.customer_id = c.id and t.is_active),
          'addresses', (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.label, 'street', a.street, 'streetNumber', a.street_number,
              'city', a.city, 'state', a.state) order by a.position, a.label), '[]')
            from customer_addresses a where a.company_id = c.company_id and a.customer_id = c.id and a.is_active))
        from customers c where c.id = ${customerId ?? null}::uuid) as customer
    from order_settings s`)
  if (!found) throw new DomainError('NOT_FOUND')
  const ofGeneration = refusalsOfPermission(ctx, 'opportunities.generate')
  return {
    ...found,
    today: ctx.today,
    sellerId: found.sellers.find(({ id }) => id === ctx.actor.userId)?.id ?? null,
    limits: { items: maxItemsPerOrder, tasksToConfirm },
    actions: { generate: ofGeneration },
  }
}
