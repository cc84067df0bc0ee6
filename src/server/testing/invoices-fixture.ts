import { sql } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { customerAddresses, customers } from '@/server/db/tables/customers'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import { issueInvoice } from '@/server/domain/invoices/issue-invoice'
import type { TestCompany } from './make-company'
import { makeOrderWithUnits, type OrderWithUnits } from './tasks-fixture'

/** What a service needs before it may stand on a note. */
export const fiscalService = { nationalServiceCode: '140601', issRateBasisPoints: 500 }

export type BillableOrder = OrderWithUnits & { itemId: string }

/**
 * An order whose registers have all that a note needs, with `units` per item, of which the first `concluded` of each item
 * are done; `concludedAt` is when.
 */
export async function makeBillableOrder(
  company: TestCompany,
  {
    units = [15],
    concluded = 0,
    service = {},
    generates = true,
    concludedAt,
  }: {
    units?: number[]
    concluded?: number
    service?: Parameters<typeof makeOrderWithUnits>[1]['service']
    generates?: boolean
    concludedAt?: Date
  } = {},
): Promise<BillableOrder> {
  const order = await makeOrderWithUnits(company, { units, service: { ...fiscalService, ...service }, generates })
  await company.as('admin', async ({ tx }) => {
    const [count] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from customers`)
    await tx
      .update(customers)
      .set({ taxId: taxIdNumber(count?.n ?? 1) })
      .where(sql`id = ${order.customerId}`)
    await tx.insert(customerAddresses).values({
      id: uuidv7(),
      customerId: order.customerId,
      street: 'Avenida Brasil',
      streetNumber: '10',
      district: 'Centro',
      city: 'Campinas',
      state: 'SP',
      postalCode: '13010000',
      municipalityCode: '3509502',
      isBilling: true,
    })
  })
  const [itemId] = order.itemIds
  if (!itemId) throw new Error('an order without items')
  if (concluded > 0) for (const id of order.itemIds) await concludeUnits(company, id, concluded, concludedAt)
  return { ...order, itemId }
}

/** Concludes the units 1 to `upTo` of an item that are still open, as the office does. */
export async function concludeUnits(
  company: TestCompany,
  itemId: string,
  upTo: number,
  concludedAt?: Date,
): Promise<void> {
  await company.as('coordinator', async ({ tx, now }) => {
    const [item] = await tx
      .select({ salesOrderId: salesOrderItems.salesOrderId })
      .from(salesOrderItems)
      .where(sql`id = ${itemId}`)
    await tx.execute(sql`select from sales_orders where id = ${item?.salesOrderId ?? null}::uuid for no key update`)
    await tx
      .update(tasks)
      .set({ status: 'concluded', concludedAt: concludedAt ?? now })
      .where(sql`sales_order_item_id = ${itemId} and unit_no <= ${upTo} and status not in ('concluded', 'cancelled')`)
  })
}

/** Bills `units` of the order's first item as the biller does. */
export function bill(company: TestCompany, order: BillableOrder, units: number, text?: string) {
  return company.as('biller', async (ctx) => {
    const input = { commandId: uuidv7(), salesOrderId: order.orderId, mode: 'partial' as const }
    const items = [{ itemId: order.itemId, units }]
    const texts = text ? [{ key: FISCAL_KEY, text }] : undefined
    const [note] = (await issueInvoice(ctx, { ...input, items, texts })).invoices
    if (!note) throw new Error('no note')
    return note
  })
}

/** The key of a note with `fiscalService` in the company that `makeCompany` makes. */
export const FISCAL_KEY = '140601|3509502|500|due|simples_nacional'

// Valid CPFs that differ: nine digits and their two check digits.
function taxIdNumber(n: number): string {
  const digits = String(100_000_000 + n)
  const check = (text: string) => {
    const sum = [...text].reduce((total, digit, place) => total + Number(digit) * (text.length + 1 - place), 0)
    const rest = (sum * 10) % 11
    return rest === 10 ? 0 : rest
  }
  const first = check(digits)
  return `${digits}${first}${check(`${digits}${first}`)}`
}
