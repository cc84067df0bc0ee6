import { sql } from 'drizzle-orm'
import type { Ctx } from '../context'

/** A unit of a note with who did it and what proves it. */
export type InvoiceUnitView = {
  taskId: string
  unitNo: number
  location: string
  technician: string | null
  concludedAt: string | null
  photos: number
  hasReport: boolean
  hasSignature: boolean
  /** False once the note let it go. */
  isHeld: boolean
}

/** A line of a note with its units; `counterUnits` were billed without tasks. */
export type InvoiceLineView = {
  itemId: string
  position: number
  description: string
  unitCode: string
  unitQuantity: string
  unitPriceCents: number
  amountCents: number
  plannedUnits: number
  counterUnits: number
  /** The highest number of the item: the "15" of "3/15". */
  unitTotal: number
  units: InvoiceUnitView[]
}

/** The lines of a note, held or released, in the order of the order's items. A step of questions: it asks no permission. */
export async function loadInvoiceUnits(ctx: Ctx, invoiceId: string): Promise<InvoiceLineView[]> {
  const lines = await ctx.tx.execute<InvoiceLineView>(sql`
    select i.id as "itemId", i.position, l.description, i.unit_code as "unitCode", l.unit_quantity::text as "unitQuantity",
      l.unit_price_cents::float8 as "unitPriceCents", l.amount_cents::float8 as "amountCents", l.planned_units as "plannedUnits", l.counter_units as "counterUnits",
      coalesce((select max(t.unit_no) from tasks t where t.company_id = i.company_id and t.sales_order_item_id = i.id), 0) as "unitTotal",
      (select coalesce(json_agg(json_build_object('taskId', t.id, 'unitNo', u.unit_no, 'location', t.location, 'technician', person.name, 'concludedAt', t.concluded_at,
          'photos', (select count(*) from task_photos p where p.company_id = t.company_id and p.task_id = t.id), 'hasReport', coalesce(t.report, '') <> '',
          'hasSignature', exists (select from task_evidence e where e.company_id = t.company_id and e.task_id = t.id and e.signature_file_id is not null),
          'isHeld', t.invoice_id is not distinct from l.invoice_id) order by u.unit_no), '[]')
        from invoice_units u join tasks t on t.company_id = u.company_id and t.id = u.task_id
        left join users person on person.id = coalesce(t.concluded_by, t.assignee_id)
        where u.company_id = l.company_id and u.invoice_id = l.invoice_id and u.sales_order_item_id = l.sales_order_item_id) as units
    from invoice_items l join sales_order_items i on i.company_id = l.company_id and i.id = l.sales_order_item_id
    where l.invoice_id = ${invoiceId} order by i.position, i.id`)
  return [...lines]
}
