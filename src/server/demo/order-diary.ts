import { createSalesOrderInput } from '@/contract/sales-orders'
import { addDays } from '@/lib/calendar-date'
import { uuidv7 } from '@/lib/uuid'
import { listOrderOptions } from '@/server/domain/customers/list-order-options'
import { createSalesOrder } from '@/server/domain/sales-orders/create-sales-order'
import { generateOpportunity } from '@/server/domain/sales-orders/generate-opportunity'
import { billOrder, cancelLastNote } from './billing-steps'
import { type DemonstrationRecords, idOf } from './demonstration-records'
import type { DiaryEntry } from './diary'
import type { Evidence } from './evidence-of-service'
import { assignUnits, concludeOwnUnits, failVisit, moveOwnUnit, orderRework, planUnits } from './field-steps'
import type { ClimateCompany } from './open-companies'
import { cancelOrder, closeOrder } from './order-end-steps'
import type { OrderPlan, PlannedStep } from './order-plan'
import type { Workdays } from './workdays'

/** An order of the demonstration on its way: what the steps after the first need to know. */
export type LivingOrder = {
  company: ClimateCompany
  workdays: Workdays
  evidence: Evidence
  id: string
  itemIds: readonly string[]
  serviceCodes: readonly string[]
  /** The notes that were issued for it, the newest last. */
  noteIds: string[]
}

type World = Pick<LivingOrder, 'company' | 'workdays' | 'evidence'> & { records: DemonstrationRecords }

/** The entries of an order's life, from its writing on. */
export function diaryOfOrder(world: World, plan: OrderPlan): DiaryEntry[] {
  const { workdays } = world
  let living: Promise<LivingOrder> | undefined
  const written = async () => {
    if (!living) throw new Error(`a step comes before the order of ${plan.customer} was written`)
    return living
  }
  return [
    {
      at: workdays.at(plan.issued, plan.time ?? '10:30'),
      act: (at) => {
        living = writeOrder(world, plan, at)
        return living
      },
    },
    ...(plan.steps ?? []).map((step) => ({
      at: workdays.at(step.day, step.time),
      act: async (at: Date) => take(await written(), step, at),
      runsJobs: step.kind === 'bill' || step.kind === 'cancelNote',
    })),
  ]
}

async function writeOrder({ records, ...world }: World, plan: OrderPlan, at: Date): Promise<LivingOrder> {
  const { company, workdays } = world
  const issuedOn = workdays.day(plan.issued)
  const customerId = idOf(records, 'customers', plan.customer)
  const created = await company.as(plan.seller, at, async (ctx) => {
    const { contacts, addresses } = await listOrderOptions(ctx, { customerId })
    const input = createSalesOrderInput.parse({
      commandId: uuidv7(),
      generatesOpportunity: plan.generates ?? true,
      header: {
        customerId,
        contactId: contacts[0]?.id ?? null,
        addressId: addresses[plan.address ?? 0]?.id ?? null,
        issuedOn,
        dueOn: plan.deliveryIn === undefined ? null : addDays(issuedOn, plan.deliveryIn),
        sellerId: company.userIds[plan.seller],
        paymentTermId: plan.paymentTerm ? idOf(records, 'paymentTerms', plan.paymentTerm) : null,
        projectId: plan.project ? idOf(records, 'projects', plan.project) : null,
        contractId: plan.contract ? idOf(records, 'contracts', plan.contract) : null,
        notes: plan.notes ?? '',
      },
      items: plan.items.map(({ code, ...item }) => ({ ...item, serviceId: idOf(records, 'services', code) })),
    })
    return createSalesOrder(ctx, input)
  })
  return {
    ...world,
    id: created.id,
    itemIds: created.items.map(({ id }) => id),
    serviceCodes: plan.items.map(({ code }) => code),
    noteIds: [],
  }
}

function take(order: LivingOrder, step: PlannedStep, at: Date): Promise<unknown> {
  switch (step.kind) {
    case 'generate':
      return order.company.as('coordinator', at, (ctx) => generateOpportunity(ctx, { salesOrderId: order.id }))
    case 'plan':
      return planUnits(order, step, at)
    case 'assign':
      return assignUnits(order, step, at)
    case 'conclude':
      return concludeOwnUnits(order, step, at)
    case 'start':
    case 'pause':
      return moveOwnUnit(order, step, at)
    case 'fail':
      return failVisit(order, step, at)
    case 'rework':
      return orderRework(order, step, at)
    case 'bill':
      return billOrder(order, step, at)
    case 'cancelNote':
      return cancelLastNote(order, step, at)
    case 'closeBalance':
      return closeOrder(order, step, at)
    case 'cancel':
      return cancelOrder(order, step, at)
  }
}
