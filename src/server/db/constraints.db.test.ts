import postgres, { type TransactionSql } from 'postgres'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { freshDatabase } from '@/server/testing/fresh-database'
import {
  asApplication,
  concludeUnits,
  insertDraft,
  insertUnits,
  linkUnitsTo,
  makeRawOrder,
  moveInvoice,
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
const broken = (rule: string) => expect.objectContaining({ constraint_name: rule })

async function counters() {
  const [row] =
    await admin`select units_generated as generated, units_concluded as concluded, units_invoiced as invoiced, units_authorised as authorised from sales_order_items where id = ${order.itemId}`
  return row
}
async function status() {
  const [row] = await admin`select status from sales_orders where id = ${order.orderId}`
  return row?.status
}

/** `concluded` of the 15 units concluded, `billed` of those on an authorised note. */
async function history(concluded: number, billed = 0): Promise<string> {
  return act(async (tx) => {
    await insertUnits(tx, order, 1, 15)
    if (concluded) await concludeUnits(tx, order, 1, concluded)
    if (!billed) return ''
    const invoiceId = await insertDraft(tx, order, 1, billed)
    await linkUnitsTo(tx, order, invoiceId, 1, billed)
    await moveInvoice(tx, invoiceId, 'processing')
    await moveInvoice(tx, invoiceId, 'authorised')
    return invoiceId
  })
}

describe('counters and order status follow the units', () => {
  it('counts generated, concluded, invoiced and authorised units', async () => {
    await history(7, 4)
    expect(await counters()).toEqual({ generated: 15, concluded: 7, invoiced: 4, authorised: 4 })
    expect(await status()).toBe('partly_invoiced')
  })

  it('derives the order status from units and authorised notes', async () => {
    await act((tx) => insertUnits(tx, order, 1, 15))
    expect(await status()).toBe('open')
    await act((tx) => tx`update tasks set status = 'in_progress' where unit_no = 1`)
    expect(await status()).toBe('in_progress')
    await act((tx) => concludeUnits(tx, order, 1, 15))
    expect(await status()).toBe('ready_to_invoice')
    const invoiceId = await act(async (tx) => {
      const id = await insertDraft(tx, order, 1, 15)
      await linkUnitsTo(tx, order, id, 1, 15)
      await moveInvoice(tx, id, 'processing')
      return id
    })
    expect(await status()).toBe('ready_to_invoice')
    await act((tx) => moveInvoice(tx, invoiceId, 'authorised'))
    expect(await status()).toBe('invoiced')
    await act((tx) => tx`update sales_orders set closed_at = now() where id = ${order.orderId}`)
    expect(await status()).toBe('closed')
  })

  it('ignores counters that the application tries to write', async () => {
    await expect(
      act((tx) => tx`update sales_order_items set units_concluded = 15 where id = ${order.itemId}`),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      act((tx) => tx`update sales_orders set status = 'invoiced' where id = ${order.orderId}`),
    ).rejects.toMatchObject({ code: '42501' })
    const itemId = uuidv7()
    await act(
      (
        tx,
      ) => tx`insert into sales_order_items (id, sales_order_id, position, service_id, kind, description, unit_code, granularity, unit_count, unit_quantity, unit_price_cents, total_cents, units_generated, units_concluded)
      values (${itemId}, ${order.orderId}, 2, ${order.serviceId}, 'service', 'x', 'UN', 'per_unit', 5, 1, 100, 500, 5, 5)`,
    )
    const [row] = await admin`select units_generated, units_concluded from sales_order_items where id = ${itemId}`
    expect(row).toEqual({ units_generated: 0, units_concluded: 0 })
  })
})

describe('INV-01..03 a unit is billed once, and only when concluded', () => {
  it('refuses to bill an open unit', async () => {
    await history(7)
    const bill = act(async (tx) => linkUnitsTo(tx, order, await insertDraft(tx, order, 1, 1), 8, 8))
    await expect(bill).rejects.toEqual(broken('billed_is_concluded'))
  })

  it('refuses to reopen a billed unit', async () => {
    await history(7, 4)
    const reopen = act(
      (tx) =>
        tx`update tasks set status = 'to_do', concluded_at = null where sales_order_item_id = ${order.itemId} and unit_no = 1`,
    )
    await expect(reopen).rejects.toEqual(broken('billed_is_concluded'))
  })

  it('refuses to move a billed unit to another note', async () => {
    await history(7, 4)
    const move = act(async (tx) => linkUnitsTo(tx, order, await insertDraft(tx, order, 2, 1), 1, 1))
    await expect(move).rejects.toEqual(broken('unit_billed_once'))
  })

  it('refuses to unlink a unit from a live document', async () => {
    await history(7, 4)
    const unlink = act(
      (tx) => tx`update tasks set invoice_id = null where sales_order_item_id = ${order.itemId} and unit_no = 1`,
    )
    await expect(unlink).rejects.toEqual(broken('note_is_frozen'))
  })

  it('refuses a unit born concluded, billed or as history', async () => {
    const born = (columns: string, values: string) =>
      act((tx) =>
        tx.unsafe(`insert into tasks (id, origin, sales_order_id, sales_order_item_id, unit_no, task_type_id, subject, ${columns})
        values (uuid_v7(), 'generated', '${order.orderId}', '${order.itemId}', 1, '${order.taskTypeId}', 'x', ${values})`),
      )
    await expect(born('status, concluded_at', `'concluded', now()`)).rejects.toEqual(broken('unit_is_born_open'))
    await expect(born('waived_at', 'now()')).rejects.toEqual(broken('unit_is_born_open'))
  })

  it('refuses more units than the item has, and a second task for one unit', async () => {
    await expect(act((tx) => insertUnits(tx, order, 1, 16))).rejects.toEqual(broken('unit_chain'))
    await act((tx) => insertUnits(tx, order, 1, 1))
    await expect(act((tx) => insertUnits(tx, order, 1, 1))).rejects.toEqual(broken('one_task_per_unit'))
  })

  it('refuses to lower the unit count below the living units (INV-19)', async () => {
    await history(7)
    const lower = act(
      (tx) => tx`update sales_order_items set unit_count = 6, total_cents = 60000 where id = ${order.itemId}`,
    )
    await expect(lower).rejects.toEqual(broken('unit_chain'))
  })

  it('refuses to move a unit to another order, item or number (C9)', async () => {
    await history(0)
    await expect(act((tx) => tx`update tasks set opportunity_id = ${uuidv7()} where unit_no = 1`)).rejects.toEqual(
      broken('unit_is_not_moved'),
    )
    await expect(act((tx) => tx`update tasks set unit_no = 99 where unit_no = 1`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('never deletes a unit (C6)', async () => {
    await history(0)
    await expect(act((tx) => tx`delete from tasks where unit_no = 1`)).rejects.toEqual(broken('unit_is_never_deleted'))
  })

  it('keeps to the transitions of a task (INV-08)', async () => {
    await history(1)
    const cancel = act(
      (tx) => tx`update tasks set status = 'cancelled', concluded_at = null, cancel_reason = 'x' where unit_no = 1`,
    )
    await expect(cancel).rejects.toEqual(broken('task_transition'))
  })
})

describe('INV-04..09 notes', () => {
  it('refuses to send a note whose units are not all linked', async () => {
    await history(7)
    const send = act(async (tx) => moveInvoice(tx, await insertDraft(tx, order, 1, 3), 'processing'))
    await expect(send).rejects.toEqual(broken('invoice_is_whole'))
  })

  it('freezes the note after the draft', async () => {
    const invoiceId = await history(7, 4)
    await expect(act((tx) => tx`update invoices set total_cents = 1 where id = ${invoiceId}`)).rejects.toEqual(
      broken('note_is_frozen'),
    )
    await expect(act((tx) => tx`update invoices set dps_number = 9 where id = ${invoiceId}`)).rejects.toEqual(
      broken('dps_number_is_final'),
    )
    await expect(
      act((tx) => tx`update invoice_items set amount_cents = 1 where invoice_id = ${invoiceId}`),
    ).rejects.toEqual(broken('note_is_frozen'))
    await expect(act((tx) => tx`delete from invoice_items where invoice_id = ${invoiceId}`)).rejects.toEqual(
      broken('note_is_frozen'),
    )
  })

  it('refuses the same DPS number twice', async () => {
    await history(7, 4)
    const again = act(async (tx) => {
      const id = await insertDraft(tx, order, 2, 1)
      await linkUnitsTo(tx, order, id, 5, 5)
      await moveInvoice(tx, id, 'processing', 1)
    })
    await expect(again).rejects.toEqual(broken('dps_number_once'))
  })

  it('frees the units of a rejected note at once, and of a cancelled document only after its event', async () => {
    const authorised = await history(7, 4)
    await act(async (tx) => {
      const id = await insertDraft(tx, order, 2, 2)
      await linkUnitsTo(tx, order, id, 5, 6)
      await moveInvoice(tx, id, 'processing', 2)
      await moveInvoice(tx, id, 'rejected')
    })
    expect(await counters()).toMatchObject({ invoiced: 4 })

    await act(
      (tx) =>
        tx`update invoices set status = 'cancellation_requested', cancel_code = 1, cancel_reason = 'erro' where id = ${authorised}`,
    )
    const early = act((tx) => tx`update invoices set status = 'cancelled' where id = ${authorised}`)
    await expect(early).rejects.toEqual(broken('document_is_freed_by_event'))
    expect(await counters()).toMatchObject({ invoiced: 4, authorised: 4 })
    await act(async (tx) => {
      await tx`insert into nfse_messages (id, invoice_id, kind, outcome) values (uuid_v7(), ${authorised}, 'cancellation', 'accepted')`
      await tx`update invoices set status = 'cancelled', cancelled_at = now() where id = ${authorised}`
    })
    expect(await counters()).toEqual({ generated: 15, concluded: 7, invoiced: 0, authorised: 0 })
    const [trail] =
      await admin`select count(*)::int as kept, count(released_at)::int as released from invoice_units where invoice_id = ${authorised}`
    expect(trail).toEqual({ kept: 4, released: 4 })
  })

  it('refuses a document that the authority did not answer for', async () => {
    await history(7)
    const forge = act(async (tx) => {
      const id = await insertDraft(tx, order, 1, 1)
      await linkUnitsTo(tx, order, id, 1, 1)
      await moveInvoice(tx, id, 'processing')
      await tx`update invoices set status = 'authorised', nfse_number = '1', authorised_at = now() where id = ${id}`
    })
    await expect(forge).rejects.toEqual(broken('document_is_authorised_by_answer'))
  })

  it('freezes quantity and price of an item while its note is processing (E12), and a billed unit quantity (D1)', async () => {
    await history(7)
    const invoiceId = await act(async (tx) => {
      const id = await insertDraft(tx, order, 1, 2)
      await linkUnitsTo(tx, order, id, 1, 2)
      await moveInvoice(tx, id, 'processing')
      return id
    })
    const edit = () =>
      act((tx) => tx`update sales_order_items set unit_price_cents = 1, total_cents = 15 where id = ${order.itemId}`)
    await expect(edit()).rejects.toEqual(broken('item_frozen_by_note'))
    await act((tx) => moveInvoice(tx, invoiceId, 'authorised'))
    await edit()
    await expect(
      act((tx) => tx`update sales_order_items set unit_quantity = 2, total_cents = 30 where id = ${order.itemId}`),
    ).rejects.toEqual(broken('unit_quantity_frozen'))
  })

  it('moves the units of a replaced note in one step (D3)', async () => {
    const former = await history(7, 4)
    const replacement = await act(async (tx) => {
      const id = await insertDraft(tx, order, 2, 4, 0, former)
      await tx`insert into invoice_units (invoice_id, task_id, sales_order_item_id, unit_no) select ${id}, task_id, sales_order_item_id, unit_no from invoice_units where invoice_id = ${former}`
      await moveInvoice(tx, id, 'processing', 2)
      return id
    })
    expect(await counters()).toMatchObject({ invoiced: 4, authorised: 4 })
    await act(async (tx) => {
      await tx`select take_over_units(${replacement})`
      await tx`insert into nfse_messages (id, invoice_id, kind, outcome) values (uuid_v7(), ${replacement}, 'issue', 'accepted')`
      await tx`update invoices set status = 'authorised', nfse_number = '2', authorised_at = now() where id = ${replacement}`
      await tx`update invoices set status = 'replaced' where id = ${former}`
    })
    expect(await counters()).toMatchObject({ invoiced: 4, authorised: 4 })
    const [links] = await admin`select count(*)::int as n from tasks where invoice_id = ${replacement}`
    expect(links?.n).toBe(4)
  })
})

describe('units without tasks are billed by the counter', () => {
  const billByCounter = (number: number, units: number) =>
    act(async (tx) => {
      const id = await insertDraft(tx, order, number, units, units)
      await moveInvoice(tx, id, 'processing', number)
      await moveInvoice(tx, id, 'authorised')
      return id
    })

  it('never bills more than the item has (D2)', async () => {
    await billByCounter(1, 10)
    await expect(billByCounter(2, 6)).rejects.toEqual(broken('counter_chain'))
    await billByCounter(3, 5)
    expect(await status()).toBe('invoiced')
  })

  it('does not bill by the counter what has tasks (G14)', async () => {
    await history(7)
    await expect(billByCounter(1, 1)).rejects.toEqual(broken('counter_or_units'))
    await act(
      (tx) =>
        tx`update tasks set status = 'cancelled', cancel_reason = 'x', concluded_at = null where status <> 'concluded'`,
    )
    await expect(billByCounter(1, 1)).rejects.toEqual(broken('counter_or_units'))
  })

  it('turns billed units into tasks born concluded and billed (G13)', async () => {
    await billByCounter(1, 2)
    await billByCounter(2, 3)
    const [row] = await act(
      (tx) =>
        tx`select adopt_billed_units(${order.itemId}, ${order.opportunityId}, ${order.taskTypeId}, ${uuidv7()}) as adopted`,
    )
    expect(row?.adopted).toBe(5)
    await act((tx) => insertUnits(tx, order, 6, 15))
    expect(await counters()).toEqual({ generated: 15, concluded: 5, invoiced: 5, authorised: 5 })
    expect(await status()).toBe('partly_invoiced')
  })
})

describe('INV-10 one live opportunity per order', () => {
  it('refuses the second live one and allows it after the first is undone', async () => {
    const second = () =>
      act(
        (tx) => tx`insert into opportunities (id, number, title, customer_id, sales_order_id, pipeline_id, stage_id)
      select uuid_v7(), 2, 'x', customer_id, sales_order_id, pipeline_id, stage_id from opportunities where id = ${order.opportunityId}`,
      )
    await expect(second()).rejects.toEqual(broken('one_live_opportunity_per_order'))
    await act((tx) => tx`update opportunities set undone_at = now() where id = ${order.opportunityId}`)
    await second()
  })
})

describe('INV-11 companies do not meet', () => {
  it('shows nothing without a company and nothing of another one', async () => {
    const other = await makeRawOrder(admin, app)
    const seen = await act((tx) => tx`select id from sales_orders`)
    expect(seen.map((row) => row.id)).toEqual([order.orderId])
    const changed = await act((tx) => tx`update sales_orders set notes = 'x' where id = ${other.orderId} returning id`)
    expect(changed).toHaveLength(0)
    const unset = await app.begin(async (tx) => {
      await tx`set local role empreita_app`
      return tx`select id from sales_orders`
    })
    expect(unset).toHaveLength(0)
  })

  it('refuses a row for another company and a reference to one', async () => {
    const other = await makeRawOrder(admin, app)
    const foreignRow = act(
      (tx) => tx`insert into customers (company_id, id, number, name) values (${other.companyId}, uuid_v7(), 9, 'x')`,
    )
    await expect(foreignRow).rejects.toMatchObject({ code: '42501' })
    const foreignReference = act(
      (tx) => tx`update sales_orders set customer_id = ${other.customerId} where id = ${order.orderId}`,
    )
    await expect(foreignReference).rejects.toEqual(broken('sales_order_customer'))
  })

  it('sees only the people of its own company, and never a password', async () => {
    const other = await makeRawOrder(admin, app)
    const people = await act((tx) => tx`select id from users`)
    expect(people.map((row) => row.id)).toEqual([order.userId])
    expect(people.map((row) => row.id)).not.toContain(other.userId)
    await expect(act((tx) => tx`select password_hash from users`)).rejects.toMatchObject({ code: '42501' })
    await expect(act((tx) => tx`select id from sessions`)).rejects.toMatchObject({ code: '42501' })
  })

  it('forces row security with both clauses on every table of a company, whose key begins with it', async () => {
    const loose = await admin`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null))`
    expect(loose).toEqual([])
    const keys = await admin`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and i.indkey[0] <> a.attnum and c.relname not in ('sessions', 'access_tokens')`
    expect(keys).toEqual([])
  })
})

describe('INV-15 history', () => {
  it('can be written and read, never changed or deleted', async () => {
    await act(
      (tx) =>
        tx`insert into events (id, name, entity_kind, entity_id, actor_kind) values (uuid_v7(), 'task.concluded', 'task', uuid_v7(), 'user')`,
    )
    await expect(act((tx) => tx`update events set reason = 'x'`)).rejects.toMatchObject({ code: '42501' })
    await expect(act((tx) => tx`delete from events`)).rejects.toMatchObject({ code: '42501' })
  })
})
