import type { Sql } from 'postgres'

export type Filled = { orders: number; unitsPerItem?: number }

/**
 * Gives a company `orders` orders of two items, their opportunities, tasks and notes, by statements over sets. Of ten orders five
 * are billed whole and one in part, one waits to be billed, two are under way, and one has neither opportunity nor tasks.
 */
export async function fillCompany(owner: Sql, companyId: string, { orders, unitsPerItem = 5 }: Filled): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`select set_config('app.company_id', ${companyId}, true), set_config('work_mem', '64MB', true)`
    await tx`insert into customers (id, number, name, tax_id)
      select uuid_v7(), n, (array['Condomínio', 'Escola', 'Hospital', 'Mercado', 'Oficina'])[1 + n % 5] || ' ' || (array['Solar', 'Ipê', 'Aurora', 'Guará', 'Jatobá', 'Manacá', 'Paineira'])[1 + n % 7] || ' ' || n, null
      from generate_series(1, ${Math.max(10, Math.ceil(orders / 20))}::int) n`
    await tx`insert into services (id, code, description, unit_of_measure_id, unit_price_cents, national_service_code, iss_rate_basis_points)
      select uuid_v7(), 'BEN-' || n, (array['Instalação', 'Manutenção', 'Vistoria', 'Limpeza'])[1 + n % 4] || ' de ' || (array['câmera', 'ar-condicionado', 'alarme', 'interfone', 'portão'])[1 + n % 5],
        (select id from units_of_measure order by code limit 1), 10000, '140601', 500 from generate_series(1, 20) n`
    await tx`create temp table plan on commit drop as
      select n, n % 10 as kind, uuid_v7() as order_id, uuid_v7() as opportunity_id, uuid_v7() as invoice_id, c.id as customer_id,
        date '2026-11-24' - ((${orders}::int - n) * 700 / ${orders}::int) as issued_on
      from generate_series(1, ${orders}::int) n join customers c on c.number = 1 + n % ${Math.max(10, Math.ceil(orders / 20))}::int`
    await tx`create temp table people on commit drop as
      select user_id, row_number() over (order by user_id) as place, count(*) over () as many, min(user_id::text) over ()::uuid as seller from memberships where company_id = ${companyId}`
    await tx`insert into sales_orders (id, number, customer_id, issued_on, due_on, seller_id, created_by)
      select order_id, n, customer_id, issued_on, issued_on + 30, p.user_id, p.user_id from plan join people p on p.place = 1 + n % p.many order by n`
    await tx`insert into opportunities (id, number, title, customer_id, sales_order_id, pipeline_id, stage_id, status)
      select opportunity_id, n, 'Pedido ' || n, customer_id, order_id, g.pipeline_id, g.id, case when plan.kind < 5 then 'won' else 'open' end
      from plan cross join (select * from stages order by position, id limit 1) g where plan.kind <> 9 order by n`
    await tx`insert into sales_order_items (id, sales_order_id, position, service_id, kind, description, unit_code, granularity, unit_count, unit_quantity, unit_price_cents, total_cents)
      select uuid_v7(), order_id, k, s.id, 'service', s.description, 'UN', case when plan.kind = 9 then 'none' else 'per_unit' end, ${unitsPerItem}::int, 1, 10000, ${unitsPerItem}::int * 10000
      from plan cross join generate_series(1, 2) k join services s on s.code = 'BEN-' || 1 + (n * 2 + k) % 20 order by n, k`
    await tx`insert into tasks (id, origin, sales_order_id, sales_order_item_id, unit_no, opportunity_id, customer_id, task_type_id, subject, location, assignee_id, due_on)
      select uuid_v7(), 'generated', p.order_id, i.id, u, p.opportunity_id, p.customer_id, (select id from task_types order by position, id limit 1), i.description,
        'Bloco ' || chr(65 + (p.n % 20)) || ', sala ' || 100 + (p.n * 7 + u * 13 + i.position) % 900,
        case when (p.n + u) % 8 = 0 then null else w.user_id end, case when (p.n + u) % 40 = 0 then null else p.issued_on + 7 end
      from plan p join sales_order_items i on i.sales_order_id = p.order_id cross join generate_series(1, ${unitsPerItem}::int) u join people w on w.place = 1 + (p.n + u) % w.many
      where p.kind <> 9 order by p.n, i.position, u`
    await tx`update tasks t set status = 'concluded', started_at = p.issued_on + interval '9 hours', concluded_at = p.issued_on + interval '10 hours', concluded_by = t.assignee_id
      from plan p where p.order_id = t.sales_order_id and (p.kind <= 6 or p.kind = 7 and t.unit_no <= 2)`
    await tx`insert into invoices (id, number, sales_order_id, customer_id, national_service_code, place_of_incidence, iss_rate_basis_points, iss_withheld, tax_regime, competence_on, text, total_cents, iss_cents, net_cents, emitter_municipality, created_by)
      select invoice_id, row_number() over (order by n), order_id, customer_id, '140601', '3509502', 500, false, 'simples_nacional', issued_on, 'Serviços', ${unitsPerItem}::int * 10000 * case when plan.kind = 5 then 1 else 2 end, 0,
        ${unitsPerItem}::int * 10000 * case when plan.kind = 5 then 1 else 2 end, '3509502', (select seller from people limit 1) from plan where plan.kind <= 5 order by n`
    await tx`insert into invoice_items (invoice_id, sales_order_id, sales_order_item_id, description, planned_units, unit_quantity, unit_price_cents, amount_cents)
      select invoice_id, order_id, i.id, i.description, i.unit_count, 1, 10000, i.total_cents from plan join sales_order_items i on i.sales_order_id = order_id where plan.kind < 5 or plan.kind = 5 and i.position = 1`
    await tx`update tasks t set invoice_id = p.invoice_id from plan p where t.sales_order_id = p.order_id
      and exists (select from invoice_items l where l.invoice_id = p.invoice_id and l.sales_order_item_id = t.sales_order_item_id)`
    await tx`update invoices set status = 'processing', dps_series = 1, dps_number = number, issued_at = competence_on + interval '11 hours'`
    await tx`insert into nfse_messages (id, invoice_id, kind, outcome) select uuid_v7(), id, 'issue', 'accepted' from invoices`
    await tx`update invoices set status = 'authorised', nfse_number = number::text, authorised_at = issued_at`
    for (const [kind, number] of [
      ['customers', 'customers'],
      ['sales_orders', 'sales_orders'],
      ['opportunities', 'opportunities'],
      ['invoices', 'invoices'],
    ] as const) {
      await tx`insert into counters (kind, last_number) select ${kind}, coalesce(max(number), 0) from ${tx(number)} on conflict (company_id, kind) do update set last_number = excluded.last_number`
    }
  })
  await owner`vacuum analyze`
}
