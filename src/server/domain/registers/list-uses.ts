import { type SQL, sql } from 'drizzle-orm'
import type { Permission } from '@/contract/permissions'
import { type ListUses, type UsedKind, type UserNoun, userNouns } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'

const EXAMPLES = 5

/**
 * Where a record is used: how many of each noun name it, with the newest five by number or code. What the caller may not read is
 * left out. Undone opportunities, removed items and cancelled tasks do not count.
 */
export async function listUses(ctx: Ctx, { kind, id }: ListUses) {
  authorize(ctx, permissionToRead[kind] ?? 'registers.read')
  const visible = sources[kind].filter(({ noun }) => ctx.actor.permissions.has(permissionToSee[noun]))
  if (visible.length === 0) return []
  const counts = visible.map(({ noun, table, condition, label }) => countOf(noun, table, condition(id), label))
  const rows = await ctx.tx.execute<{ noun: UserNoun; count: number; examples: string[] | null }>(
    sql.join(counts, sql` union all `),
  )
  return [...rows]
    .filter(({ count }) => count > 0)
    .map(({ noun, count, examples }) => ({ noun, count, examples: examples ?? [] }))
    .sort((one, other) => userNouns.indexOf(one.noun) - userNouns.indexOf(other.noun))
}

type Source = { noun: UserNoun; table: string; label: string | null; condition: (id: string) => SQL }

// The names are constants of this file; the id alone comes from outside, as a parameter.
function countOf(noun: UserNoun, table: string, condition: SQL, label: string | null): SQL {
  const examples = label
    ? sql.raw(`to_json((array_agg(${label}::text order by id desc))[1:${EXAMPLES}])`)
    : sql`null::json`
  return sql`select ${noun}::text as noun, count(*)::int as count, ${examples} as examples from ${sql.raw(table)} where ${condition}`
}

const equals =
  (...columns: string[]) =>
  (id: string): SQL =>
    sql`(${sql.join(
      columns.map((column) => sql`${sql.raw(column)} = ${id}::uuid`),
      sql` or `,
    )})`

const orders = (column: string): Source => ({
  noun: 'salesOrders',
  table: 'sales_orders',
  label: 'number',
  condition: equals(column),
})
const quotes = (column: string): Source => ({
  noun: 'quotes',
  table: 'quotes',
  label: 'number',
  condition: equals(column),
})
const opportunities = (column: string): Source => ({
  noun: 'opportunities',
  table: 'opportunities',
  label: 'number',
  condition: (id) => sql`undone_at is null and ${equals(column)(id)}`,
})
const tasks = (column: string): Source => ({
  noun: 'tasks',
  table: 'tasks',
  label: null,
  condition: (id) => sql`status <> 'cancelled' and ${equals(column)(id)}`,
})
const services = (column: string): Source => ({
  noun: 'services',
  table: 'services',
  label: 'code',
  condition: equals(column),
})
const settings = (...columns: string[]): Source => ({
  noun: 'settings',
  table: 'order_settings',
  label: null,
  condition: equals(...columns),
})

const sources: Record<UsedKind, Source[]> = {
  pipelines: [
    { noun: 'stages', table: 'stages', label: null, condition: equals('pipeline_id') },
    opportunities('pipeline_id'),
    settings('pipeline_id'),
  ],
  stages: [opportunities('stage_id'), settings('stage_id', 'concluded_stage_id')],
  opportunityTypes: [opportunities('opportunity_type_id'), settings('opportunity_type_id')],
  sources: [opportunities('source_id'), settings('source_id')],
  lossReasons: [opportunities('loss_reason_id'), quotes('loss_reason_id'), settings('cancellation_loss_reason_id')],
  priorities: [
    opportunities('priority_id'),
    tasks('priority_id'),
    settings('opportunity_priority_id', 'task_priority_id'),
  ],
  taskTypes: [tasks('task_type_id'), services('task_type_id'), settings('task_type_id')],
  unitsOfMeasure: [services('unit_of_measure_id')],
  paymentTerms: [orders('payment_term_id'), quotes('payment_term_id')],
  customers: [
    orders('customer_id'),
    quotes('customer_id'),
    opportunities('customer_id'),
    tasks('customer_id'),
    { noun: 'projects', table: 'projects', label: 'number', condition: equals('customer_id') },
    { noun: 'contracts', table: 'contracts', label: 'code', condition: equals('customer_id') },
  ],
  services: [
    {
      noun: 'salesOrders',
      table: 'sales_orders',
      label: 'number',
      condition: (id) =>
        sql`id in (select sales_order_id from sales_order_items where service_id = ${id}::uuid and removed_at is null)`,
    },
    {
      noun: 'quotes',
      table: 'quotes',
      label: 'number',
      condition: (id) => sql`id in (select quote_id from quote_items where service_id = ${id}::uuid)`,
    },
  ],
  projects: [orders('project_id'), quotes('project_id'), opportunities('project_id')],
  contracts: [orders('contract_id'), quotes('contract_id'), opportunities('contract_id')],
}

const permissionToRead: Partial<Record<UsedKind, Permission>> = {
  customers: 'customers.read',
  services: 'services.read',
  projects: 'projects.read',
  contracts: 'contracts.read',
}

const permissionToSee: Record<UserNoun, Permission> = {
  salesOrders: 'salesOrders.read',
  quotes: 'quotes.read',
  opportunities: 'opportunities.read',
  tasks: 'tasks.read',
  projects: 'projects.read',
  contracts: 'contracts.read',
  services: 'services.read',
  stages: 'registers.read',
  settings: 'settings.read',
}
