import { type SQL, sql } from 'drizzle-orm'
import type { Board } from '@/contract/opportunities'
import type { Ctx } from '../context'
import { isInView, type OpportunityRow, rowColumns, rowSource } from './list-opportunities'
import { matchOpportunities } from './match-opportunities'
import { actionsOfOpportunity } from './rules'

/** Cards of one column that come at once. */
export const boardCardLimit = 50

/** Which opportunities stand on the board under its filters. */
export function isCardOf(ctx: Ctx, { view, ...filters }: Omit<Board, 'pipelineId'>): SQL {
  return sql`(${isInView(ctx, view)} and ${matchOpportunities(filters)})`
}

/** The statement of the newest cards that `where` selects. */
export function cardsOf(ctx: Ctx, where: SQL, limit: number): SQL {
  return sql`select ${rowColumns(ctx)} from ${rowSource} where ${where} order by opportunities.id desc limit ${limit}`
}

/** A card with what may be done with it. */
export function withActions(ctx: Ctx, card: OpportunityRow) {
  return {
    ...card,
    actions: actionsOfOpportunity({ ...card, salesOrderNumber: card.orderNumber }, ctx.actor.permissions),
  }
}
