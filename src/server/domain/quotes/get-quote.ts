import { sql } from 'drizzle-orm'
import type { GetQuote, QuoteStatus } from '@/contract/quotes'
import type { Granularity } from '@/contract/settings'
import type { PlaceOfService } from '@/lib/place-of-service'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { granularityOfNewItem } from '../sales-orders/rules'
import { actionsOfQuote, shownStatus } from './rules'

type Named = { id: string; name: string }

type FoundQuote = {
  id: string
  number: number
  version: number
  status: QuoteStatus
  customer: Named & { number: number; taxId: string | null }
  contact: Named | null
  addressId: string | null
  place: PlaceOfService | null
  issuedOn: string
  validUntil: string
  seller: Named
  paymentTerm: Named | null
  project: Named | null
  contract: Named | null
  opportunity: { id: string; number: number; title: string; status: string; salesOrderId: string | null } | null
  salesOrderId: string | null
  salesOrderNumber: number | null
  lossReasonName: string | null
  statusReason: string | null
  notes: string
  totalCents: number | null
  convertedAt: string | null
  settings: {
    showsProjectAndContract: boolean
    generatesOpportunity: boolean
    generatesByDefault: boolean
    granularity: Granularity
  }
  items: FoundItem[]
}

type FoundItem = {
  id: string
  position: number
  serviceId: string
  serviceCode: string
  kind: 'service' | 'goods'
  description: string
  unitCode: string
  allowsFractions: boolean
  serviceGranularity: Granularity | null
  quantity: string
  unitPriceCents: number | null
  discountCents: number | null
  totalCents: number | null
}

/**
 * A quote by its number: header, items, links and what can be done; each item says how many tasks its quantity makes, by
 * its granularity as an order would take it now. Throws NOT_FOUND.
 */
export async function getQuote(ctx: Ctx, { number }: GetQuote) {
  authorize(ctx, 'quotes.read')
  const mayValue = ctx.actor.permissions.has('values.read')
  const [quote] = await ctx.tx.execute<FoundQuote>(sql`
    select q.id, q.number, q.version, q.status, json_build_object('id', c.id, 'name', c.name, 'number', c.number, 'taxId', c.tax_id) as customer,
      (select json_build_object('id', t.id, 'name', t.name) from customer_contacts t where t.company_id = q.company_id and t.id = q.contact_id) as contact,
      q.address_id as "addressId", q.place, q.issued_on::text as "issuedOn", q.valid_until::text as "validUntil",
      json_build_object('id', q.seller_id, 'name', coalesce(w.name, '')) as seller,
      (select json_build_object('id', p.id, 'name', p.name) from payment_terms p where p.company_id = q.company_id and p.id = q.payment_term_id) as "paymentTerm",
      (select json_build_object('id', p.id, 'name', p.name) from projects p where p.company_id = q.company_id and p.id = q.project_id) as project,
      (select json_build_object('id', k.id, 'name', k.code) from contracts k where k.company_id = q.company_id and k.id = q.contract_id) as contract,
      (select json_build_object('id', y.id, 'number', y.number, 'title', y.title, 'status', y.status, 'salesOrderId', y.sales_order_id) from opportunities y
        where y.company_id = q.company_id and y.id = q.opportunity_id and y.undone_at is null) as opportunity,
      q.sales_order_id as "salesOrderId", o.number as "salesOrderNumber", r.name as "lossReasonName", q.status_reason as "statusReason", q.notes,
      case when ${mayValue} then q.total_cents::float8 end as "totalCents", q.converted_at as "convertedAt",
      json_build_object('showsProjectAndContract', s.shows_project_and_contract, 'generatesOpportunity', s.generates_opportunity,
        'generatesByDefault', s.generates_by_default, 'granularity', s.granularity) as settings,
      (select coalesce(json_agg(json_build_object('id', i.id, 'position', i.position, 'serviceId', i.service_id, 'serviceCode', v.code, 'kind', i.kind,
          'description', i.description, 'unitCode', i.unit_code, 'allowsFractions', coalesce(m.allows_fractions, false), 'serviceGranularity', v.granularity,
          'quantity', trim_scale(i.quantity)::text, 'unitPriceCents', case when ${mayValue} then i.unit_price_cents end,
          'discountCents', case when ${mayValue} then i.discount_cents end, 'totalCents', case when ${mayValue} then i.total_cents end) order by i.position), '[]')
        from quote_items i join services v on v.company_id = i.company_id and v.id = i.service_id
        left join units_of_measure m on m.company_id = i.company_id and m.code = i.unit_code
        where i.company_id = q.company_id and i.quote_id = q.id) as items
    from quotes q
    join customers c on c.company_id = q.company_id and c.id = q.customer_id
    join order_settings s on s.company_id = q.company_id
    left join users w on w.id = q.seller_id
    left join sales_orders o on o.company_id = q.company_id and o.id = q.sales_order_id
    left join loss_reasons r on r.company_id = q.company_id and r.id = q.loss_reason_id
    where q.number = ${number}`)
  if (!quote) throw new DomainError('NOT_FOUND')
  return {
    ...quote,
    shownStatus: shownStatus(quote, ctx.today),
    items: quote.items.map(({ serviceGranularity, ...item }) => ({
      ...item,
      granularity: granularityOfNewItem(
        item.kind,
        { code: item.unitCode, allowsFractions: item.allowsFractions },
        serviceGranularity ?? quote.settings.granularity,
      ),
    })),
    actions: actionsOfQuote(quote, ctx.actor.permissions, ctx.today),
  }
}
