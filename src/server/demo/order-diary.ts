import { createSalesOrderInput } from '@/contract/sales-orders'
import { addDays } from '@/lib/calendar-date'
import { uuidv7 } from '@/lib/uuid'
import { createSalesOrder } from '@/server/domain/sales-orders/create-sales-order'
import { generateOpportunity } from '@/server/domain/sales-orders/generate-opportunity'
import { billOrder, cancelLastNote } from './billing-steps'
import type { DemonstrationRecords } from './demonstration-records'
import type { DiaryEntry } from './diary'
import type { Evidence } from './evidence-of-service'
import { assignUnits, concludeOwnUnits, failVisit, moveOwnUnit, orderRework, planUnits } from './field-steps'
import { headerOfPlan, itemsOfPlan } from './header-of-plan'
import type { ClimateCompany } from './open-companies'
import { cancelOrder, closeOrder } from './order-end-steps'
import type { OrderPlan, PlannedStep } from './order-plan'
import { orderFromQuote, writeQuote } from './quote-diary'
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

/** Who acts, when, and with which records. */
export type World = Pick<LivingOrder, 'company' | 'workdays' | 'evidence'> & { records: DemonstrationRecords }

/** The entries of an order's life, from its quote or its writing on. */
export function diaryOfOrder(world: World, plan: OrderPlan): DiaryEntry[] {
  const { workdays } = world
  let quoteNumber: number | undefined
  let living: LivingOrder | undefined
  const quoted = async (at: Date) => {
    quoteNumber = (await writeQuote(world, plan, plan.quoted ?? plan.issued, at)).number
  }
  const written = async (at: Date) => {
    living = await writeOrder(world, plan, quoteNumber, at)
  }
  return [
    ...(plan.quoted === undefined ? [] : [{ at: workdays.at(plan.quoted, '09:50'), act: quoted }]),
    { at: workdays.at(plan.issued, plan.time ?? '10:30'), act: written },
    ...(plan.steps ?? []).map((step) => ({
      at: workdays.at(step.day, step.time),
      act: async (at: Date) => {
        if (!living) throw new Error(`a step comes before the order of ${plan.customer} was written`)
        return take(living, step, at)
      },
      runsJobs: step.kind === 'bill' || step.kind === 'cancelNote',
    })),
  ]
}

async function writeOrder(
  world: World,
  plan: OrderPlan,
  quoteNumber: number | undefined,
  at: Date,
): Promise<LivingOrder> {
  const created =
    quoteNumber === undefined ? await newOrder(world, plan, at) : await orderFromQuote(world, plan, quoteNumber, at)
  const { company, workdays, evidence } = world
  return {
    company,
    workdays,
    evidence,
    id: created.id,
    itemIds: created.items.map(({ id }) => id),
    serviceCodes: plan.items.map(({ code }) => code),
    noteIds: [],
  }
}

async function newOrder(world: World, plan: OrderPlan, at: Date) {
  return world.company.as(plan.seller, at, async (ctx) => {
    const header = await headerOfPlan(ctx, world, plan, plan.issued)
    const dueOn = plan.deliveryIn === undefined ? null : addDays(header.issuedOn, plan.deliveryIn)
    const input = createSalesOrderInput.parse({
      commandId: uuidv7(),
      generatesOpportunity: plan.generates ?? true,
      header: { ...header, dueOn },
      items: itemsOfPlan(world, plan),
    })
    return createSalesOrder(ctx, input)
  })
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
