import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/api/root'

type Outputs = inferRouterOutputs<AppRouter>['opportunities']

export type OpportunityRow = Outputs['list']['rows'][number]
export type OpportunityProject = Outputs['listProjects']['rows'][number]
export type Opportunity = Outputs['get']

/** A line of the opportunity centre: an opportunity, or a project that gathers some. */
export type OpportunityLine =
  | { kind: 'opportunity'; id: string; row: OpportunityRow }
  | { kind: 'project'; id: string; project: OpportunityProject }
  | { kind: 'rest'; id: string; project: OpportunityProject; count: number }
