import type { Refusal } from '@/contract/errors'
import type { CreateSalesOrder, SalesOrderHeaderFields } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { actorIdOf, type Ctx } from '../context'
import { type HistoryLine, recordEvent } from '../events/record-event'
import type { OpportunityRef } from '../opportunities/create-opportunity-for-order'
import { followOrder } from '../opportunities/follow-order'
import { linkToOrder } from '../opportunities/link-to-order'
import { refuse } from '../refusal'
import { countOfCreated, type GenerateForOrder, generateForOrder } from './generate-for-order'
import { refusalsToDates, refusalsToReferences } from './header-rules'
import { type LoadReferences, loadReferences } from './load-references'
import { type NewItem, planNewItems } from './plan-new-items'

/** An order that was just made. `tasksCreated` counts units. */
export type CreatedSalesOrder = {
  id: string
  number: number
  version: number
  totalCents: number
  items: { id: string; position: number }[]
  opportunity: OpportunityRef | null
  tasksCreated: number
}

/**
 * Creates an order: its header alone (2.1) or header and items, and with the option its opportunity and a task for every
 * unit, in the same transaction (G1). Refuses with every reason of header, items, limits (G9) and settings.
 */
export async function createSalesOrder(ctx: Ctx, input: CreateSalesOrder): Promise<CreatedSalesOrder> {
  authorize(ctx, 'salesOrders.write')
  if (input.generatesOpportunity) authorize(ctx, 'opportunities.generate')
  const { header, items, generatesOpportunity } = input
  const found = await loadReferences(
    ctx,
    header,
    items.map(({ serviceId }) => serviceId),
  )
  const plan = planNewItems(items, {
    services: found.services,
    settings: found.settings,
    hasUnits: found.settings.generatesOpportunity,
    from: 1,
    fieldOf: (index) => `items.${index}`,
  })
  refuse([
    ...refusalsToReferences(header, found),
    ...refusalsToDates(header),
    ...plan.refusals,
    ...(generatesOpportunity ? refusalsToOption(found, plan.items) : []),
  ])
  return writeSalesOrder(ctx, { header, place: found.place, items: plan.items, generatesOpportunity })
}

/** Whether the option may be taken at all: the feature is on, and an order that has items has services (G11, G16). */
export function refusalsToOption(
  { settings }: Pick<LoadReferences, 'settings'>,
  items: readonly Pick<NewItem, 'kind'>[],
): Refusal[] {
  const refusals: Refusal[] = []
  if (!settings.generatesOpportunity) {
    refusals.push({ code: 'GENERATION_OFF', field: 'generatesOpportunity', action: { kind: 'open_settings' } })
  }
  if (items.length > 0 && items.every(({ kind }) => kind === 'goods')) {
    refusals.push({ code: 'NO_SERVICE_ITEMS', field: 'generatesOpportunity' })
  }
  return refusals
}

export type WriteSalesOrder = {
  header: SalesOrderHeaderFields
  place: LoadReferences['place']
  items: readonly NewItem[]
  generatesOpportunity: boolean
  quoteId?: string
  /** The opportunity that the order takes over instead of a new one (G17). */
  linkedOpportunityId?: string
  /** What the line of history says besides. */
  data?: Record<string, unknown>
}

/** Writes an order whose every part was checked, and generates. A step of create, duplicate and quote conversion. */
export async function writeSalesOrder(ctx: Ctx, order: WriteSalesOrder): Promise<CreatedSalesOrder> {
  const id = uuidv7()
  const number = await nextNumber(ctx.tx, 'sales_orders')
  await ctx.tx.insert(salesOrders).values({
    ...order.header,
    id,
    number,
    place: order.place,
    quoteId: order.quoteId ?? null,
    createdBy: actorIdOf(ctx.actor),
  })
  if (order.items.length > 0) {
    await ctx.tx.insert(salesOrderItems).values(order.items.map((item) => ({ ...item, salesOrderId: id })))
  }
  if (order.linkedOpportunityId) await linkOpportunity(ctx, order.linkedOpportunityId, id)
  const generation = order.generatesOpportunity ? await generateForOrder(ctx, id) : null
  const isLinked = order.linkedOpportunityId !== undefined
  const created = {
    name: 'salesOrder.created',
    entityKind: 'salesOrder',
    entityId: id,
    salesOrderId: id,
    to: 'open',
    data: { number, items: order.items.length, ...order.data },
  }
  await recordEvent(ctx, generation ? [created, lineOfGeneration(id, generation, isLinked)] : created)
  return {
    id,
    number,
    version: 1,
    totalCents: order.items.reduce((sum, { totalCents }) => sum + totalCents, 0),
    items: order.items.map(({ id: itemId, position }) => ({ id: itemId, position })),
    opportunity: generation?.opportunity ?? null,
    tasksCreated: generation ? countOfCreated(generation.created) : 0,
  }
}

async function linkOpportunity(ctx: Ctx, opportunityId: string, salesOrderId: string): Promise<void> {
  await linkToOrder(ctx, { opportunityId, salesOrderId })
  await followOrder(ctx, { salesOrderId })
}

/** The line of history by which a generation can be undone; one that took over an opportunity cannot. */
export function lineOfGeneration(salesOrderId: string, generation: GenerateForOrder, isLinked = false): HistoryLine {
  return {
    name: 'salesOrder.generated',
    entityKind: 'salesOrder',
    entityId: salesOrderId,
    salesOrderId,
    data: {
      batchId: generation.batchId,
      opportunityId: generation.opportunity.id,
      opportunityNumber: generation.opportunity.number,
      tasks: countOfCreated(generation.created),
      hasNewOpportunity: generation.hasNewOpportunity,
      isLinked,
    },
  }
}
