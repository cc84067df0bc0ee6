import { sql } from 'drizzle-orm'
import type { InvoiceStatus } from '@/contract/invoices'
import type { Ctx } from '../context'
import { matchesNote } from '../invoices/list-invoices'
import { byExactNumber } from './exact-number'

type FoundInvoice = {
  id: string
  number: number
  nfseNumber: string | null
  dpsNumber: number | null
  status: InvoiceStatus
  isAwaitingAuthority: boolean
  orderNumber: number
  customerName: string
}

const ACCESS_KEY = /^\d{50}$/

/** Notes by the number of the NFS-e, the DPS, the note or the order, by access key, or by customer. */
export async function findInvoices(ctx: Ctx, query: string, limit: number): Promise<FoundInvoice[]> {
  const q = query.replace(/^#(?=\d+$)/, '')
  const matches = ACCESS_KEY.test(q) ? sql`invoices.access_key = ${q}` : (matchesNote(q) ?? sql`true`)
  const found = await ctx.tx.execute<FoundInvoice>(sql`
    select invoices.id, invoices.number, invoices.nfse_number as "nfseNumber", invoices.dps_number as "dpsNumber", invoices.status,
      invoices.is_awaiting_authority as "isAwaitingAuthority", sales_orders.number as "orderNumber", customers.name as "customerName"
    from invoices
    join sales_orders on sales_orders.company_id = invoices.company_id and sales_orders.id = invoices.sales_order_id
    join customers on customers.company_id = invoices.company_id and customers.id = invoices.customer_id
    where ${matches}
    order by (invoices.nfse_number = ${q}) desc nulls last, ${byExactNumber(sql`invoices.dps_number`, q)}, invoices.number desc limit ${limit}`)
  return [...found]
}
