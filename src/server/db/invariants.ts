/**
 * Every invariant as a query that names the company and the record that break it: no row, no breach. Above row security a
 * query looks across companies (tests); inside a company's transaction it sees that company (the auditor). `about` is the
 * kind of record that the second column names.
 */
export const invariants = {
  itemCounters: {
    rule: 'INV-01 the item counters are what the units say',
    about: 'salesOrderItem',
    query: `
    select i.company_id, i.id from sales_order_items i left join lateral (
      select count(*) filter (where t.status <> 'cancelled') as generated, count(*) filter (where t.status = 'concluded') as concluded, count(t.invoice_id) as invoiced,
        count(*) filter (where t.status = 'concluded' and t.waived_at is not null) as waived,
        count(*) filter (where t.status in ('en_route', 'in_progress', 'paused', 'not_done', 'concluded')) as started,
        count(*) filter (where v.status in ('authorised', 'cancellation_requested')) as authorised
      from tasks t left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
      where t.company_id = i.company_id and t.sales_order_item_id = i.id) u on true
    where (i.units_generated, i.units_concluded, i.units_invoiced, i.units_waived, i.units_started, i.units_authorised) is distinct from
      (u.generated, u.concluded, u.invoiced, u.waived, u.started, u.authorised)`,
  },
  itemChain: {
    rule: 'INV-01 invoiced ≤ concluded ≤ generated ≤ units',
    about: 'salesOrderItem',
    query: `
    select company_id, id from sales_order_items
    where not (0 <= units_invoiced and units_invoiced <= units_concluded and units_concluded <= units_generated and units_generated <= unit_count)`,
  },
  billedUnitConcluded: {
    rule: 'INV-02 a billed unit is concluded',
    about: 'task',
    query: `
    select company_id, id from tasks where invoice_id is not null and status <> 'concluded'`,
  },
  billedUnitOnLiveNote: {
    rule: 'INV-03 a unit is linked to a live note of its own item',
    about: 'task',
    query: `
    select t.company_id, t.id from tasks t left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
    where t.invoice_id is not null and (v.id is null or v.sales_order_id <> t.sales_order_id or v.status not in ('draft', 'processing', 'authorised', 'cancellation_requested'))`,
  },
  noteLines: {
    rule: 'INV-04 a line counts its units, a note adds up its lines',
    about: 'invoice',
    query: `
    select l.company_id, l.invoice_id from invoice_items l join invoices v on v.company_id = l.company_id and v.id = l.invoice_id
    where l.units <> (select count(*) from tasks t where t.company_id = l.company_id and t.invoice_id = l.invoice_id and t.sales_order_item_id = l.sales_order_item_id)
      or (v.replaces_invoice_id is null and v.status in ('processing', 'authorised', 'cancellation_requested') and l.units + l.counter_units <> l.planned_units)
    union all
    select v.company_id, v.id from invoices v where v.status <> 'draft' and v.total_cents <> (select sum(l.amount_cents) from invoice_items l where l.company_id = v.company_id and l.invoice_id = v.id)`,
  },
  dpsNumberOnce: {
    rule: 'INV-06 a DPS number belongs to one note',
    about: 'invoice',
    query: `
    select v.company_id, v.id from invoices v where v.dps_number is not null and exists (
      select from invoices w where w.company_id = v.company_id and w.environment = v.environment and w.emitter_municipality is not distinct from v.emitter_municipality
        and w.dps_series = v.dps_series and w.dps_number = v.dps_number and w.id <> v.id)`,
  },
  cancellationAnswered: {
    rule: 'INV-09 only an answered cancellation frees a document',
    about: 'invoice',
    query: `
    select v.company_id, v.id from invoices v where v.status = 'cancelled' and v.nfse_number is not null
      and not exists (select 1 from nfse_messages m where m.company_id = v.company_id and m.invoice_id = v.id and m.kind = 'cancellation' and m.outcome = 'accepted')`,
  },
  taskOncePerUnit: {
    rule: 'INV-10 one task per unit',
    about: 'salesOrderItem',
    query: `
    select company_id, sales_order_item_id from tasks where unit_no is not null group by company_id, sales_order_item_id, unit_no having count(*) > 1`,
  },
  opportunityOncePerOrder: {
    rule: 'INV-10 one live opportunity per order',
    about: 'salesOrder',
    query: `
    select company_id, sales_order_id from opportunities where sales_order_id is not null and undone_at is null group by company_id, sales_order_id having count(*) > 1`,
  },
  commandAnswered: {
    rule: 'INV-12 no command is left without an answer',
    about: 'command',
    query: `
    select company_id, id from commands where outcome = 'pending'`,
  },
  orderSums: {
    rule: 'the order shows what its items say',
    about: 'salesOrder',
    query: `
    select o.company_id, o.id from sales_orders o left join lateral (
      select coalesce(sum(i.unit_count) filter (where i.kind = 'service'), 0) as total, coalesce(sum(i.units_generated), 0) as generated, coalesce(sum(i.units_concluded), 0) as concluded,
        coalesce(sum(i.units_invoiced + i.counter_invoiced), 0) as invoiced, coalesce(sum(i.units_authorised + i.counter_authorised), 0) as authorised, coalesce(sum(i.total_cents), 0) as cents
      from sales_order_items i where i.company_id = o.company_id and i.sales_order_id = o.id and i.removed_at is null) s on true
    where (o.units_total, o.units_generated, o.units_concluded, o.units_invoiced, o.units_authorised, o.total_cents) is distinct from (s.total, s.generated, s.concluded, s.invoiced, s.authorised, s.cents)`,
  },
  orderStatus: {
    rule: 'the order derives the rest from its items, and its status from both',
    about: 'salesOrder',
    query: `
    select o.company_id, o.id from sales_orders o left join lateral (
      select count(i.id) as items, coalesce(sum(i.units_started), 0) as started, coalesce(sum(i.units_concluded - i.units_waived - i.units_invoiced), 0) as billable, coalesce(sum(i.invoiced_cents), 0) as invoiced_cents,
        count(i.id) filter (where i.kind = 'service' and i.granularity <> 'none' and i.units_concluded < i.unit_count) as incomplete
      from sales_order_items i where i.company_id = o.company_id and i.sales_order_id = o.id and i.removed_at is null) s on true
    where (o.item_count, o.units_started, o.units_billable, o.invoiced_cents, o.items_incomplete) is distinct from (s.items, s.started, s.billable, s.invoiced_cents, s.incomplete)
      or o.status <> order_status(o)`,
  },
  orderBillable: {
    rule: 'the order shows what can be billed of its items, since when, and whether its opportunity lives',
    about: 'salesOrder',
    query: `
    select o.company_id, o.id from sales_orders o join companies k on k.id = o.company_id left join lateral (
      select coalesce(sum(b.units), 0) as units, coalesce(sum(b.cents), 0) as cents, min(w.oldest) as oldest
      from sales_order_items i cross join lateral billing_of_item(i) b
      cross join lateral (select min(t.concluded_at) as oldest from tasks t where t.company_id = i.company_id and t.sales_order_item_id = i.id
        and t.status = 'concluded' and t.invoice_id is null and t.waived_at is null) w
      where i.company_id = o.company_id and i.sales_order_id = o.id and i.removed_at is null) s on true
    where (o.units_billable + o.counters_billable, o.billable_cents, o.billable_since, o.has_opportunity) is distinct from
      (s.units, s.cents, case when s.units > 0 then coalesce(s.oldest, o.issued_on::timestamp at time zone k.time_zone) end,
        exists (select from opportunities y where y.company_id = o.company_id and y.sales_order_id = o.id and y.undone_at is null))`,
  },
  itemBilling: {
    rule: 'the counters and the invoiced amount of an item are what the lines of its notes say',
    about: 'salesOrderItem',
    query: `
    select i.company_id, i.id from sales_order_items i left join lateral (
      select coalesce(sum(l.counter_units), 0) as invoiced, coalesce(sum(l.counter_units) filter (where v.status in ('authorised', 'cancellation_requested')), 0) as authorised,
        coalesce(sum(l.amount_cents) filter (where v.status in ('authorised', 'cancellation_requested')), 0) as cents
      from invoice_items l join invoices v on v.company_id = l.company_id and v.id = l.invoice_id
      where l.company_id = i.company_id and l.sales_order_item_id = i.id) n on true
    where (i.counter_invoiced, i.counter_authorised, i.invoiced_cents) is distinct from (n.invoiced, n.authorised, n.cents)`,
  },
  itemNet: {
    rule: 'F15 an item is billed for no more than its net, while its price and its discount stand (E9)',
    about: 'salesOrderItem',
    query: `
    select i.company_id, i.id from sales_order_items i
    where i.removed_at is null and i.invoiced_cents > i.total_cents
      and not exists (select 1 from invoice_items l where l.company_id = i.company_id and l.sales_order_item_id = i.id and l.unit_price_cents <> i.unit_price_cents)
      and not exists (select 1 from events e where e.company_id = i.company_id and e.entity_id = i.id and e.name = 'salesOrderItem.updated' and e.data -> 'changes' ? 'discountCents' and not e.data -> 'changes' ? 'quantity')`,
  },
} as const satisfies Record<string, { rule: string; about: string; query: string }>

/**
 * The breaches of all invariants, in one reading. `ask` runs one query above row security and answers its rows.
 */
export async function brokenInvariants(
  ask: (query: string) => Promise<readonly Record<string, unknown>[]>,
): Promise<{ invariant: string; rows: readonly Record<string, unknown>[] }[]> {
  const broken = []
  for (const { rule, query } of Object.values(invariants)) {
    const rows = await ask(query)
    if (rows.length > 0) broken.push({ invariant: rule, rows })
  }
  return broken
}
