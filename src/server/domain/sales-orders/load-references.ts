import { sql } from 'drizzle-orm'
import type { SalesOrderHeaderFields } from '@/contract/sales-orders'
import type { Granularity } from '@/contract/settings'
import type { PlaceOfService } from '@/lib/place-of-service'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** A record that a header names; null when the company has none of that id. */
export type Reference = { name: string; isActive: boolean } | null

/** A service as a new item takes from it. */
export type ServiceReference = {
  id: string
  code: string
  description: string
  kind: 'service' | 'goods'
  unitPriceCents: number
  granularity: Granularity | null
  isActive: boolean
  unitCode: string
  allowsFractions: boolean
}

/** The part of the gear that items and their units depend on. */
export type SizeSettings = {
  generatesOpportunity: boolean
  granularity: Granularity
  maxUnitsPerItem: number
  maxUnitsPerOrder: number
}

export type HeaderReferences = {
  customerId: Reference
  contactId: Reference
  addressId: Reference
  sellerId: Reference
  paymentTermId: Reference
  projectId: Reference
  contractId: Reference
}

/** All that a header and new items point to. */
export type LoadReferences = HeaderReferences & {
  place: PlaceOfService | null
  settings: SizeSettings
  services: ServiceReference[]
}

type HeaderIds = Pick<SalesOrderHeaderFields, keyof HeaderReferences>

/** Reads, in one statement, the records that a header and new items name, and the settings that size them. */
export async function loadReferences(
  ctx: Ctx,
  header: HeaderIds,
  serviceIds: readonly string[] = [],
): Promise<LoadReferences> {
  const [found] = await ctx.tx.execute<LoadReferences>(sql`
    select
      json_build_object('generatesOpportunity', s.generates_opportunity, 'granularity', s.granularity,
        'maxUnitsPerItem', s.max_units_per_item, 'maxUnitsPerOrder', s.max_units_per_order) as settings,
      (select json_build_object('name', name, 'isActive', is_active) from customers where id = ${header.customerId}) as "customerId",
      (select json_build_object('name', name, 'isActive', is_active) from customer_contacts
        where id = ${header.contactId}::uuid and customer_id = ${header.customerId}) as "contactId",
      (select json_build_object('name', label, 'isActive', is_active) from customer_addresses
        where id = ${header.addressId}::uuid and customer_id = ${header.customerId}) as "addressId",
      (select json_build_object('label', label, 'street', street, 'streetNumber', street_number, 'complement', complement, 'district', district,
          'city', city, 'state', state, 'postalCode', postal_code, 'municipalityCode', municipality_code) from customer_addresses
        where id = ${header.addressId}::uuid and customer_id = ${header.customerId}) as place,
      (select json_build_object('name', u.name, 'isActive', m.disabled_at is null and u.disabled_at is null)
        from memberships m join users u on u.id = m.user_id where m.user_id = ${header.sellerId}) as "sellerId",
      (select json_build_object('name', name, 'isActive', is_active) from payment_terms where id = ${header.paymentTermId}::uuid) as "paymentTermId",
      (select json_build_object('name', name, 'isActive', is_active) from projects where id = ${header.projectId}::uuid) as "projectId",
      (select json_build_object('name', code, 'isActive', is_active) from contracts where id = ${header.contractId}::uuid) as "contractId",
      (select coalesce(json_agg(json_build_object('id', v.id, 'code', v.code, 'description', v.description, 'kind', v.kind,
          'unitPriceCents', v.unit_price_cents, 'granularity', v.granularity, 'isActive', v.is_active, 'unitCode', m.code,
          'allowsFractions', m.allows_fractions)), '[]')
        from services v join units_of_measure m on m.company_id = v.company_id and m.id = v.unit_of_measure_id
        where v.id = any(${uuidArray(serviceIds)})) as services
    from order_settings s`)
  if (!found) throw new DomainError('NOT_FOUND')
  return found
}
