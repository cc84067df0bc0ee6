import { eq, sql } from 'drizzle-orm'
import type { CreateSalesOrder, SalesOrderHeaderFields, SalesOrderItemFields } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { projects } from '@/server/db/tables/customers'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { tasks } from '@/server/db/tables/tasks'
import type { Tx } from '@/server/db/transaction-handle'
import { createSalesOrder } from '@/server/domain/sales-orders/create-sales-order'
import { addressInput, makeCustomer } from './customer-fixture'
import type { TestCompany } from './make-company'

/** What a company needs before it can sell. */
export type SalesBasis = {
  customerId: string
  addressId: string
  projectId: string
  camera: string
  hours: string
  cable: string
  training: string
  goods: string
}

/** A customer with an address, a project, and services of every kind of quantity. */
export async function makeSalesBasis(company: TestCompany): Promise<SalesBasis> {
  return company.as('admin', async (ctx) => {
    const customer = await makeCustomer(ctx, { addresses: [addressInput()] })
    const [address] = await ctx.tx.execute<{ id: string }>(
      sql`select id from customer_addresses where customer_id = ${customer.id}`,
    )
    const units = new Map((await ctx.tx.select().from(unitsOfMeasure)).map(({ code, id }) => [code, id]))
    const basis = {
      customerId: customer.id,
      addressId: address?.id ?? '',
      projectId: uuidv7(),
      camera: uuidv7(),
      hours: uuidv7(),
      cable: uuidv7(),
      training: uuidv7(),
      goods: uuidv7(),
    }
    await ctx.tx.insert(projects).values({ id: basis.projectId, number: 1, name: 'Obra Sul' })
    const service = (id: string, code: string, unit: string, fields: Partial<typeof services.$inferInsert> = {}) => ({
      id,
      code,
      description: `Serviço ${code}`,
      unitOfMeasureId: units.get(unit) ?? '',
      unitPriceCents: 10_000,
      ...fields,
    })
    await ctx.tx
      .insert(services)
      .values([
        service(basis.camera, 'CAM-01', 'UN', { description: 'Instalação de câmera' }),
        service(basis.hours, 'HOR-01', 'H', { unitPriceCents: 18_000 }),
        service(basis.cable, 'CAB-01', 'M', { granularity: 'per_item', unitPriceCents: 640 }),
        service(basis.training, 'TRE-01', 'UN', { granularity: 'none' }),
        service(basis.goods, 'PEC-01', 'UN', { kind: 'goods' }),
      ])
    return basis
  })
}

/** A header as the form sends it. */
export function headerOf(company: TestCompany, basis: SalesBasis, fields: Partial<SalesOrderHeaderFields> = {}) {
  return {
    customerId: basis.customerId,
    contactId: null,
    addressId: basis.addressId,
    issuedOn: '2026-11-24',
    dueOn: null,
    sellerId: company.userIds.seller,
    paymentTermId: null,
    projectId: null,
    contractId: null,
    notes: '',
    ...fields,
  }
}

/** An item as the form sends it. */
export const itemOf = (serviceId: string, quantity: string, fields: Partial<SalesOrderItemFields> = {}) => ({
  serviceId,
  quantity,
  discountCents: 0,
  ...fields,
})

/** Creates an order through its verb, by default with its opportunity and tasks. */
export function makeSalesOrder(
  company: TestCompany,
  basis: SalesBasis,
  items: SalesOrderItemFields[],
  fields: Partial<Omit<CreateSalesOrder, 'header'>> & { header?: Partial<SalesOrderHeaderFields> } = {},
) {
  const { header, ...rest } = fields
  const input = {
    commandId: uuidv7(),
    items,
    generatesOpportunity: true,
    ...rest,
    header: headerOf(company, basis, header),
  }
  return company.as('seller', (ctx) => createSalesOrder(ctx, input))
}

/** Concludes units of an item by number, as the field does. */
export async function concludeUnits(company: TestCompany, itemId: string, unitNos: readonly number[]): Promise<void> {
  await company.as('coordinator', async ({ tx, now }) => {
    await tx
      .update(tasks)
      .set({ status: 'concluded', concludedAt: now })
      .where(sql`${eq(tasks.salesOrderItemId, itemId)} and ${tasks.unitNo} = any(${`{${unitNos.join(',')}}`}::int[])`)
  })
}

/** Runs `work` and answers how many statements it sent. */
export async function countStatements(tx: Tx, work: () => Promise<unknown>): Promise<number> {
  const { $client: client } = tx as unknown as { $client: { unsafe: (...statement: unknown[]) => unknown } }
  const { unsafe } = client
  let count = 0
  client.unsafe = (...statement) => {
    count += 1
    return unsafe(...statement)
  }
  await work()
  client.unsafe = unsafe
  return count
}
