import { eq, sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import { formatDateTime } from '@/lib/calendar-date'
import { groupBy } from '@/lib/group-by'
import { actorName } from '@/server/db/actor-name'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { DomainError, refuse } from '../refusal'
import { unitLabels } from './unit-label'

/** Units of one item for one draft note whose line for the item exists: the oldest `count`, or exactly `taskIds`. */
export type LinkUnits = { invoiceId: string; itemId: string } & ({ count: number } | { taskIds: readonly string[] })

/**
 * Reserves concluded units for a note, the oldest conclusions first (F2), in one statement that skips rows somebody else
 * holds. The caller holds the order's lock. Throws UNIT_ALREADY_BILLED with who and when, UNIT_NOT_BILLABLE or
 * ABOVE_BILLABLE when fewer units are free than were asked for (F5); then nothing is to be kept.
 */
export async function linkUnits(ctx: Ctx, input: LinkUnits): Promise<{ taskIds: string[] }> {
  const asked = 'taskIds' in input ? new Set(input.taskIds).size : input.count
  if (asked === 0) return { taskIds: [] }
  const chosen = 'taskIds' in input ? sql`and id = any(${uuidArray(input.taskIds)})` : sql``
  const linked = await ctx.tx.execute<{ id: string }>(sql`
    with picked as materialized (
      select company_id, id from tasks
      where sales_order_item_id = ${input.itemId} and status = 'concluded' and invoice_id is null and waived_at is null ${chosen}
      order by concluded_at, unit_no limit ${asked} for no key update skip locked)
    update tasks t set invoice_id = ${input.invoiceId}::uuid from picked p
    where t.company_id = p.company_id and t.id = p.id returning t.id`)
  if (linked.length < asked) {
    refuse('taskIds' in input ? await whyNotThese(ctx, input) : await whyNotSoMany(ctx, input, linked.length))
    throw new DomainError('BUSY')
  }
  return { taskIds: linked.map(({ id }) => id) }
}

/** The units of a draft note's lines, item by item. */
export type LinkPickedUnits = { invoiceId: string; lines: readonly { itemId: string; taskIds: readonly string[] }[] }

/**
 * Reserves exactly these concluded units for a note, in one statement however many items it bills. The caller holds the
 * order's lock. Throws what `linkUnits` says of each item when some are no longer free (F5); then nothing is to be kept.
 */
export async function linkPickedUnits(ctx: Ctx, { invoiceId, lines }: LinkPickedUnits): Promise<void> {
  const asked = [...new Set(lines.flatMap(({ taskIds }) => taskIds))]
  if (asked.length === 0) return
  const linked = await ctx.tx.execute<{ id: string }>(sql`
    with picked as materialized (
      select company_id, id from tasks
      where id = any(${uuidArray(asked)}) and status = 'concluded' and invoice_id is null and waived_at is null
      order by id for no key update skip locked)
    update tasks t set invoice_id = ${invoiceId}::uuid from picked p
    where t.company_id = p.company_id and t.id = p.id returning t.id`)
  if (linked.length === asked.length) return
  const free = new Set(linked.map(({ id }) => id))
  const reasons: Refusal[] = []
  for (const { itemId, taskIds } of lines) {
    const taken = taskIds.filter((id) => !free.has(id))
    if (taken.length > 0) reasons.push(...(await whyNotThese(ctx, { invoiceId, itemId, taskIds: taken })))
  }
  refuse(reasons)
  throw new DomainError('BUSY')
}

async function whyNotThese(
  ctx: Ctx,
  { invoiceId, itemId, taskIds }: { invoiceId: string; itemId: string; taskIds: readonly string[] },
): Promise<Refusal[]> {
  const units = await ctx.tx.execute<Taken>(sql`
    select t.id, t.unit_no as "unitNo", t.subject, i.position, v.id as "invoiceId", v.number, ${actorName('v', 'created_by')} as who, v.created_at as "when"
    from tasks t
    join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id
    left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
    where t.id = any(${uuidArray(taskIds)}) and t.sales_order_item_id = ${itemId} and t.invoice_id is distinct from ${invoiceId}::uuid
    order by t.unit_no`)
  const free = units.filter(({ number }) => number === null)
  const unknown: Refusal[] = units.length === 0 ? [{ code: 'REFERENCE_NOT_FOUND', itemId }] : []
  return [...alreadyBilled(units, itemId), ...notBillable(free, itemId), ...unknown]
}

async function whyNotSoMany(
  ctx: Ctx,
  { invoiceId, itemId }: { invoiceId: string; itemId: string },
  billable: number,
): Promise<Refusal[]> {
  const [item] = await ctx.tx
    .select({ position: salesOrderItems.position })
    .from(salesOrderItems)
    .where(eq(salesOrderItems.id, itemId))
  const taken = await ctx.tx.execute<Taken>(sql`
    select t.id, t.unit_no as "unitNo", t.subject, i.position, v.id as "invoiceId", v.number, ${actorName('v', 'created_by')} as who, v.created_at as "when"
    from tasks t
    join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id
    join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
    where t.sales_order_item_id = ${itemId} and t.invoice_id <> ${invoiceId}::uuid
      and v.number = (select max(w.number) from invoices w join tasks b on b.company_id = w.company_id and b.invoice_id = w.id
        where b.sales_order_item_id = ${itemId} and w.id <> ${invoiceId}::uuid)
    order by t.unit_no`)
  const above: Refusal = { code: 'ABOVE_BILLABLE', params: { item: item?.position ?? 0, billable }, itemId }
  return [above, ...alreadyBilled(taken, itemId)]
}

type Taken = {
  id: string
  unitNo: number
  subject: string
  position: number
  invoiceId: string | null
  number: number | null
  who: string | null
  when: string | null
}

function alreadyBilled(units: readonly Taken[], itemId: string): Refusal[] {
  const billed = units.filter(({ invoiceId }) => invoiceId !== null)
  const byNote = groupBy(billed, ({ invoiceId }) => invoiceId)
  return [...byNote.values()].flatMap((taken) => {
    const [first] = taken
    if (!first) return []
    const when = first.when === null ? '' : formatDateTime(new Date(first.when))
    return {
      code: 'UNIT_ALREADY_BILLED' as const,
      params: { units: unitLabels(taken), item: first.position, who: first.who ?? '', when },
      itemId,
      taskIds: taken.map(({ id }) => id),
      action: { kind: 'open_invoice' as const, id: first.invoiceId ?? undefined, number: first.number ?? undefined },
    }
  })
}

function notBillable(units: readonly Taken[], itemId: string): Refusal[] {
  const [first] = units
  if (!first) return []
  const params = { units: unitLabels(units), item: first.position }
  return [{ code: 'UNIT_NOT_BILLABLE', params, itemId, taskIds: units.map(({ id }) => id) }]
}
