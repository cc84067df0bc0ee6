import { and, desc, eq, isNull } from 'drizzle-orm'
import type { OpportunityStatus } from '@/contract/opportunities'
import type { GetProject } from '@/contract/projects'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { customers, projects } from '@/server/db/tables/customers'
import { opportunities, pipelines, stages } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

const MOST_ROWS = 200

/** The project's page: every live opportunity and every order of it, newest first, up to 200 of each. Amounts are null without `values.read`. Throws NOT_FOUND. */
export async function getProject(ctx: Ctx, { number }: GetProject) {
  authorize(ctx, 'projects.read')
  const [project] = await ctx.tx
    .select({
      id: projects.id,
      number: projects.number,
      name: projects.name,
      isActive: projects.isActive,
      version: projects.version,
      customerId: projects.customerId,
      customerName: customers.name,
      customerNumber: customers.number,
    })
    .from(projects)
    .leftJoin(customers, eq(customers.id, projects.customerId))
    .where(eq(projects.number, number))
  if (!project) throw new DomainError('NOT_FOUND')
  return {
    ...project,
    opportunities: await opportunitiesOf(ctx, project.id),
    orders: await ordersOf(ctx, project.id),
    actions: { update: refusalsOfPermission(ctx, 'projects.write') },
  }
}

async function opportunitiesOf(ctx: Ctx, projectId: string) {
  if (!ctx.actor.permissions.has('opportunities.read')) return []
  const rows = await ctx.tx
    .select({
      id: opportunities.id,
      number: opportunities.number,
      title: opportunities.title,
      status: opportunities.status,
      pipeline: pipelines.name,
      stage: stages.name,
      customerName: customers.name,
      valueCents: opportunities.valueCents,
      expectedCloseOn: opportunities.expectedCloseOn,
      orderNumber: salesOrders.number,
    })
    .from(opportunities)
    .innerJoin(customers, eq(customers.id, opportunities.customerId))
    .innerJoin(pipelines, eq(pipelines.id, opportunities.pipelineId))
    .innerJoin(stages, eq(stages.id, opportunities.stageId))
    .leftJoin(salesOrders, eq(salesOrders.id, opportunities.salesOrderId))
    .where(and(eq(opportunities.projectId, projectId), isNull(opportunities.undoneAt)))
    .orderBy(desc(opportunities.number))
    .limit(MOST_ROWS)
  return rows.map((row) => ({
    ...row,
    status: row.status as OpportunityStatus,
    valueCents: seesValues(ctx) ? row.valueCents : null,
  }))
}

async function ordersOf(ctx: Ctx, projectId: string) {
  if (!ctx.actor.permissions.has('salesOrders.read')) return []
  const rows = await ctx.tx
    .select({
      id: salesOrders.id,
      number: salesOrders.number,
      customerName: customers.name,
      issuedOn: salesOrders.issuedOn,
      status: salesOrders.status,
      totalCents: salesOrders.totalCents,
      invoicedCents: salesOrders.invoicedCents,
      unitsGenerated: salesOrders.unitsGenerated,
      unitsConcluded: salesOrders.unitsConcluded,
    })
    .from(salesOrders)
    .innerJoin(customers, eq(customers.id, salesOrders.customerId))
    .where(eq(salesOrders.projectId, projectId))
    .orderBy(desc(salesOrders.issuedOn), desc(salesOrders.number))
    .limit(MOST_ROWS)
  return rows.map((row) => ({
    ...row,
    status: row.status as SalesOrderStatus,
    totalCents: seesValues(ctx) ? row.totalCents : null,
    invoicedCents: seesValues(ctx) ? row.invoicedCents : null,
  }))
}

const seesValues = (ctx: Ctx) => ctx.actor.permissions.has('values.read')
