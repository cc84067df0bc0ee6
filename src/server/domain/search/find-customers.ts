import { type SQL, sql } from 'drizzle-orm'
import { normalizePhone } from '@/lib/phone'
import { matchesSearch } from '@/server/db/search-condition'
import { customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { byExactNumber } from './exact-number'

type FoundCustomer = {
  id: string
  number: number
  name: string
  taxId: string | null
  phone: string | null
  isActive: boolean
}

const LEAST_DIGITS_OF_PHONE = 8

/** Customers by name, number, CPF or CNPJ, or by the telephone of theirs or of a contact; active ones first. */
export async function findCustomers(ctx: Ctx, q: string, limit: number): Promise<FoundCustomer[]> {
  const found = await ctx.tx.execute<FoundCustomer>(sql`
    select customers.id, customers.number, customers.name, customers.tax_id as "taxId", customers.phone, customers.is_active as "isActive"
    from customers where ${matchesSearch(customers.searchKey, q) ?? sql`true`} or ${hasPhone(q)}
    order by ${byExactNumber(sql`customers.number`, q)}, customers.is_active desc,
      starts_with(customers.search_key, search_text(${q})) desc, customers.search_key, customers.id limit ${limit}`)
  return [...found]
}

// With the area code, or as people say it: without.
function hasPhone(q: string): SQL {
  const digits = normalizePhone(q)
  if (!/^[\d\s()+-]+$/.test(q) || digits.length < LEAST_DIGITS_OF_PHONE) return sql`false`
  const pattern = `%${digits}`
  return sql`(customers.phone like ${pattern} or exists (select from customer_contacts t
    where t.company_id = customers.company_id and t.customer_id = customers.id and t.is_active and t.phone like ${pattern}))`
}
