import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { DocumentRef } from '@/contract/documents'
import type { PlaceOfService } from '@/lib/place-of-service'
import { documentLinks } from '@/server/db/tables/documents'
import { quotes } from '@/server/db/tables/quotes'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** An address as a paper prints it; parts that are not known are null. */
export type PaperAddress = {
  street: string | null
  streetNumber: string | null
  complement: string | null
  district: string | null
  city: string | null
  state: string | null
  postalCode: string | null
}

/** Who writes the paper. `logo` is the stored picture, by what its bytes are. */
export type Issuer = PaperAddress & {
  companyId: string
  name: string
  legalName: string
  taxId: string
  municipalRegistration: string | null
  email: string | null
  phone: string | null
  timeZone: string
  logo: { sha256: string; mediaType: string } | null
}

/** Who the paper is for, with the person who asked and the address that notes go to. */
export type Recipient = {
  name: string
  legalName: string | null
  taxId: string | null
  email: string | null
  phone: string | null
  address: PaperAddress | null
  contact: { name: string; email: string | null; phone: string | null } | null
}

/** What the papers of a quote and of an order have in common. */
export type Parties = { issuer: Issuer; recipient: Recipient; place: PlaceOfService | null }

/** The company of the transaction, as its papers name it. */
export async function loadIssuer({ tx }: Ctx): Promise<Issuer> {
  const [issuer] = await tx.execute<Issuer>(sql`
    select c.id as "companyId", c.name, c.legal_name as "legalName", c.tax_id as "taxId", c.municipal_registration as "municipalRegistration",
      c.email, c.phone, c.street, c.street_number as "streetNumber", c.complement, c.district, c.city, c.state, c.postal_code as "postalCode",
      c.time_zone as "timeZone",
      (select json_build_object('sha256', f.sha256, 'mediaType', f.media_type) from files f where f.company_id = c.id and f.id = c.logo_file_id) as logo
    from companies c`)
  if (!issuer) throw new DomainError('NOT_FOUND')
  return issuer
}

/** The recipient of the quote or order `d`, for the query that reads it: its customer, contact and billing address. */
export const recipientOf: SQL = sql`(select json_build_object('name', c.name, 'legalName', c.legal_name, 'taxId', c.tax_id, 'email', c.email, 'phone', c.phone,
      'address', (select json_build_object('street', a.street, 'streetNumber', a.street_number, 'complement', a.complement, 'district', a.district,
          'city', a.city, 'state', a.state, 'postalCode', a.postal_code)
        from customer_addresses a where a.company_id = c.company_id and a.customer_id = c.id and a.is_active order by a.is_billing desc, a.position limit 1),
      'contact', (select json_build_object('name', k.name, 'email', k.email, 'phone', k.phone) from customer_contacts k
        where k.company_id = d.company_id and k.id = d.contact_id))
    from customers c where c.company_id = d.company_id and c.id = d.customer_id)`

/** Throws NOT_FOUND when the company has no such quote or order. */
export async function findDocument({ tx }: Ctx, { kind, id }: DocumentRef): Promise<void> {
  const [found] =
    kind === 'quote'
      ? await tx.select({ id: quotes.id }).from(quotes).where(eq(quotes.id, id))
      : await tx.select({ id: salesOrders.id }).from(salesOrders).where(eq(salesOrders.id, id))
  if (!found) throw new DomainError('NOT_FOUND')
}

/** The links of one paper. */
export function documentIs({ kind, id }: DocumentRef): SQL | undefined {
  return and(
    eq(documentLinks.kind, kind),
    eq(kind === 'quote' ? documentLinks.quoteId : documentLinks.salesOrderId, id),
  )
}
