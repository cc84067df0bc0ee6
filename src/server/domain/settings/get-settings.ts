import { sql } from 'drizzle-orm'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { loadOrderSettings } from './load-order-settings'

/** A record that a field of the gear may name; an inactive one is shown only where it is chosen already. */
export type SettingsOption = { id: string; name: string; isActive: boolean }

type Options = {
  pipelines: (SettingsOption & { stages: (SettingsOption & { probability: number })[] })[]
  opportunityTypes: SettingsOption[]
  sources: SettingsOption[]
  lossReasons: SettingsOption[]
  priorities: SettingsOption[]
  taskTypes: SettingsOption[]
  people: SettingsOption[]
  technicians: SettingsOption[]
  openOrders: number
  /** An order by which the title's preview is written. */
  sample: { pedido: number; cliente: string; projeto: string | null; contrato: string | null } | null
}

/** The gear: its values, what each field may name, and how many open orders keep the rules that they were made by. */
export async function getSettings(ctx: Ctx) {
  authorize(ctx, 'settings.read')
  const settings = await loadOrderSettings(ctx)
  const [options] = await ctx.tx.execute<Options>(sql`
    select
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'isActive', p.is_active, 'stages',
          (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'isActive', g.is_active, 'probability', g.probability) order by g.position), '[]')
            from stages g where g.company_id = p.company_id and g.pipeline_id = p.id)) order by p.position, p.name), '[]') from pipelines p) as pipelines,
      ${namesOf('opportunity_types')} as "opportunityTypes", ${namesOf('sources')} as sources, ${namesOf('loss_reasons')} as "lossReasons",
      ${namesOf('priorities')} as priorities, ${namesOf('task_types')} as "taskTypes",
      ${peopleWith()} as people, ${peopleWith(sql`and m.roles && '{technician}'`)} as technicians,
      (select count(*)::int from (select from sales_orders o where o.status in ('open', 'in_progress', 'ready_to_invoice', 'partly_invoiced') limit 10001) open) as "openOrders",
      (select json_build_object('pedido', o.number, 'cliente', c.name, 'projeto', p.name, 'contrato', k.code)
        from sales_orders o join customers c on c.company_id = o.company_id and c.id = o.customer_id
        left join projects p on p.company_id = o.company_id and p.id = o.project_id
        left join contracts k on k.company_id = o.company_id and k.id = o.contract_id
        order by o.issued_on desc, o.number desc limit 1) as sample`)
  if (!options) throw new DomainError('NOT_FOUND')
  return { settings, options, actions: { update: refusalsOfPermission(ctx, 'settings.update') } }
}

function namesOf(table: string) {
  return sql`(select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'isActive', r.is_active) order by r.position, r.name), '[]')
    from ${sql.identifier(table)} r)`
}

function peopleWith(condition = sql``) {
  return sql`(select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'isActive', m.disabled_at is null and u.disabled_at is null) order by u.name), '[]')
    from memberships m join users u on u.id = m.user_id where true ${condition})`
}
