import { sql } from 'drizzle-orm'
import type { ListOpportunityProjects } from '@/contract/opportunities'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { countViews, isInView, rowSource } from './list-opportunities'
import { matchOpportunities } from './match-opportunities'

const MOST_PROJECTS = 200

/** A project with its opportunities of the view added up; `projectId` null gathers those without one. */
export type OpportunityProject = {
  projectId: string | null
  projectNumber: number | null
  projectName: string | null
  customerNames: string[]
  count: number
  valueCents: number | null
  tasksConcluded: number
  tasksGenerated: number
}

/** 1.4: the opportunity centre by project, by name, those without a project last; up to 200 lines, with the counts of all tabs. */
export async function listOpportunityProjects(ctx: Ctx, input: ListOpportunityProjects) {
  authorize(ctx, 'opportunities.read')
  const value = ctx.actor.permissions.has('values.read') ? sql`sum(opportunities.value_cents)::float8` : sql`null`
  const rows = await ctx.tx.execute<OpportunityProject>(sql`
    select opportunities.project_id as "projectId", j.number as "projectNumber", j.name as "projectName",
      to_json((array_agg(distinct c.name))[1:3]) as "customerNames", count(*)::int as count, ${value} as "valueCents",
      coalesce(sum(o.units_concluded), 0)::int as "tasksConcluded", coalesce(sum(o.units_generated), 0)::int as "tasksGenerated"
    from ${rowSource}
    where ${isInView(ctx, input.view)} and ${matchOpportunities(input)}
    group by opportunities.project_id, j.number, j.name
    order by j.name nulls last, opportunities.project_id limit ${MOST_PROJECTS}`)
  return {
    rows: [...rows],
    ...(await countViews(ctx, input)),
    actions: { create: refusalsOfPermission(ctx, 'opportunities.write') },
  }
}
