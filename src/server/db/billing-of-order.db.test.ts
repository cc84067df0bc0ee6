import postgres, { type TransactionSql } from 'postgres'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import {
  asApplication,
  concludeUnits,
  insertDraft,
  insertUnits,
  linkUnitsTo,
  makeRawOrder,
  type RawOrder,
} from '@/server/testing/raw-order'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
const app = postgres(database.app, { max: 2, onnotice() {} })
afterAll(async () => {
  await app.end()
  await admin.end()
})

let order: RawOrder
beforeEach(async () => {
  order = await makeRawOrder(admin, app)
})

const act = <T>(work: (tx: TransactionSql) => Promise<T>) => asApplication(app, order.companyId, work)

describe('what an order can be billed for follows whatever changes it', () => {
  const billing = async () => {
    const [row] =
      await admin`select counters_billable as counters, billable_cents::int as cents, billable_since as since, has_opportunity as lives from sales_orders where id = ${order.orderId}`
    return row
  }
  const day = (n: number) => new Date(Date.UTC(2026, 10, n, 12))
  const concludeOn = (tx: TransactionSql, unitNo: number, at: Date) =>
    tx`update tasks set status = 'concluded', concluded_at = ${at} where sales_order_item_id = ${order.itemId} and unit_no = ${unitNo}`

  it('moves with the oldest conclusion, also while as many units wait', async () => {
    await act((tx) => insertUnits(tx, order, 1, 15))
    await act((tx) => concludeOn(tx, 1, day(10)))
    await act((tx) => concludeOn(tx, 2, day(12)))
    expect(await billing()).toEqual({ counters: 0, cents: 20_000, since: day(10), lives: true })
    await act(
      (tx) => tx`update tasks set status = case when unit_no = 1 then 'to_do' else 'concluded' end,
      concluded_at = case when unit_no = 3 then ${day(11)}::timestamptz end where unit_no in (1, 3)`,
    )
    expect(await billing()).toMatchObject({ cents: 20_000, since: day(11) })
    await act((tx) => tx`update tasks set concluded_at = ${day(9)} where unit_no = 2`)
    expect(await billing()).toMatchObject({ since: day(9) })
    await act((tx) => tx`update tasks set waived_at = now() where unit_no = 2`)
    expect(await billing()).toMatchObject({ cents: 10_000, since: day(11) })
  })

  it('is the counter’s where the opportunity is undone, and ends with the order', async () => {
    expect(await billing()).toEqual({ counters: 0, cents: 0, since: null, lives: true })
    await act((tx) => tx`update opportunities set undone_at = now()`)
    const issued = new Date('2026-11-24T00:00:00-03:00')
    expect(await billing()).toEqual({ counters: 15, cents: 150_000, since: issued, lives: false })
    await act((tx) => tx`update sales_orders set issued_on = '2026-11-20'`)
    expect(await billing()).toMatchObject({ since: new Date('2026-11-20T00:00:00-03:00') })
    await act((tx) => tx`update sales_orders set closed_at = now()`)
    expect(await billing()).toMatchObject({ counters: 0, cents: 0, since: null })
  })

  it('takes the cents of a draft’s lines as they stand', async () => {
    await act(async (tx) => {
      await insertUnits(tx, order, 1, 15)
      await concludeUnits(tx, order, 1, 15)
    })
    const invoiceId = await act(async (tx) => {
      const id = await insertDraft(tx, order, 1, 14)
      await linkUnitsTo(tx, order, id, 1, 14)
      return id
    })
    expect(await billing()).toMatchObject({ cents: 10_000 })
    await act((tx) => tx`update invoice_items set amount_cents = 140001 where invoice_id = ${invoiceId}`)
    expect(await billing()).toMatchObject({ cents: 9_999 })
  })
})
