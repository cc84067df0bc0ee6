import type { Sql, TransactionSql } from 'postgres'
import { uuidv7 } from '@/lib/uuid'

export type RawOrder = {
  companyId: string
  userId: string
  customerId: string
  orderId: string
  itemId: string
  opportunityId: string
  taskTypeId: string
  serviceId: string
}

/** Runs `work` as a forgetful caller: a plain SQL connection under the application's role, confined to one company. */
export async function asApplication<T>(
  sql: Sql,
  companyId: string,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  const result = await sql.begin(async (tx) => {
    await tx`set local role empreita_app`
    await tx`select set_config('app.company_id', ${companyId}, true)`
    return { value: await work(tx) }
  })
  return result.value
}

/** A company with one order of one item of `unitCount` units, written by raw SQL: for tests of what the database refuses. */
export async function makeRawOrder(admin: Sql, app: Sql, unitCount = 15): Promise<RawOrder> {
  const ids = Array.from({ length: 9 }, uuidv7)
  const [companyId, userId, customerId, orderId, itemId, opportunityId, taskTypeId, serviceId, unitId] = ids as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const pipelineId = uuidv7()
  const stageId = uuidv7()
  await admin`insert into companies (id, name, legal_name, tax_id) values (${companyId}, 'Clima', 'Clima Ltda.', '11222333000181')`
  await admin`insert into users (id, name, email, password_hash) values (${userId}, 'Ana', ${`${userId}@exemplo.com.br`}, 'x')`
  await admin`insert into memberships (company_id, user_id, roles) values (${companyId}, ${userId}, '{admin}')`
  await asApplication(app, companyId, async (tx) => {
    await tx`insert into pipelines (id, name) values (${pipelineId}, 'Execução')`
    await tx`insert into stages (id, pipeline_id, name) values (${stageId}, ${pipelineId}, 'Recebido')`
    await tx`insert into task_types (id, name) values (${taskTypeId}, 'Execução')`
    await tx`insert into units_of_measure (id, code, name) values (${unitId}, 'UN', 'Unidade')`
    await tx`insert into customers (id, number, name) values (${customerId}, 1, 'Condomínio')`
    await tx`insert into services (id, code, description, unit_of_measure_id, unit_price_cents) values (${serviceId}, 'CAM-01', 'Instalação', ${unitId}, 10000)`
    await tx`insert into sales_orders (id, number, customer_id, issued_on, seller_id, created_by) values (${orderId}, 1, ${customerId}, '2026-11-24', ${userId}, ${userId})`
    await tx`insert into opportunities (id, number, title, customer_id, sales_order_id, pipeline_id, stage_id) values (${opportunityId}, 1, 'Pedido 1', ${customerId}, ${orderId}, ${pipelineId}, ${stageId})`
    await tx`insert into sales_order_items (id, sales_order_id, position, service_id, kind, description, unit_code, granularity, unit_count, unit_quantity, unit_price_cents, total_cents)
      values (${itemId}, ${orderId}, 1, ${serviceId}, 'service', 'Instalação', 'UN', 'per_unit', ${unitCount}, 1, 10000, ${unitCount * 10000})`
  })
  return { companyId, userId, customerId, orderId, itemId, opportunityId, taskTypeId, serviceId }
}

/** Gives birth to the units `from`..`to` of the item. */
export async function insertUnits(tx: TransactionSql, order: RawOrder, from: number, to: number): Promise<void> {
  await tx`insert into tasks (id, origin, sales_order_id, sales_order_item_id, unit_no, opportunity_id, task_type_id, subject)
    select uuid_v7(), 'generated', ${order.orderId}::uuid, ${order.itemId}::uuid, n, ${order.opportunityId}::uuid, ${order.taskTypeId}::uuid, 'Instalação' from generate_series(${from}::int, ${to}::int) n`
}

/** Concludes the units `from`..`to` of the item. */
export async function concludeUnits(tx: TransactionSql, order: RawOrder, from: number, to: number): Promise<void> {
  await tx`update tasks set status = 'concluded', concluded_at = now() where sales_order_item_id = ${order.itemId} and unit_no between ${from} and ${to}`
}

/** A draft note with one line for `planned` units; nothing linked yet. */
export async function insertDraft(
  tx: TransactionSql,
  order: RawOrder,
  number: number,
  planned: number,
  counterUnits = 0,
  replaces: string | null = null,
): Promise<string> {
  const invoiceId = uuidv7()
  await tx`insert into invoices (id, number, sales_order_id, customer_id, national_service_code, place_of_incidence, iss_rate_basis_points, iss_withheld, tax_regime, competence_on, text, total_cents, iss_cents, net_cents, emitter_municipality, created_by, replaces_invoice_id)
    values (${invoiceId}, ${number}, ${order.orderId}, ${order.customerId}, '140601', '3509502', 500, false, 'simples_nacional', '2026-11-24', 'texto', ${planned * 10000}, 0, ${planned * 10000}, '3509502', ${order.userId}, ${replaces})`
  await tx`insert into invoice_items (invoice_id, sales_order_id, sales_order_item_id, description, planned_units, counter_units, unit_quantity, unit_price_cents, amount_cents)
    values (${invoiceId}, ${order.orderId}, ${order.itemId}, 'Instalação', ${planned}, ${counterUnits}, 1, 10000, ${planned * 10000})`
  return invoiceId
}

/** Links the units `from`..`to` to a note. */
export async function linkUnitsTo(
  tx: TransactionSql,
  order: RawOrder,
  invoiceId: string,
  from: number,
  to: number,
): Promise<void> {
  await tx`update tasks set invoice_id = ${invoiceId} where sales_order_item_id = ${order.itemId} and unit_no between ${from} and ${to}`
}

/** draft → processing with the number, or further with the authority's stored answer. */
export async function moveInvoice(
  tx: TransactionSql,
  invoiceId: string,
  to: 'processing' | 'authorised' | 'rejected',
  dpsNumber = 1,
): Promise<void> {
  if (to === 'processing') {
    await tx`update invoices set status = 'processing', dps_series = 1, dps_number = ${dpsNumber}, issued_at = now() where id = ${invoiceId}`
  } else if (to === 'authorised') {
    await tx`insert into nfse_messages (id, invoice_id, kind, outcome) values (uuid_v7(), ${invoiceId}, 'issue', 'accepted')`
    await tx`update invoices set status = 'authorised', nfse_number = '1', authorised_at = now() where id = ${invoiceId}`
  } else {
    await tx`update invoices set status = 'rejected' where id = ${invoiceId}`
  }
}
