import { sql } from 'drizzle-orm'
import type { BoardCards } from '@/contract/opportunities'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { boardCardLimit, cardsOf, isCardOf, withActions } from './cards-of'
import type { OpportunityRow } from './list-opportunities'

/** The next 50 cards of a column of the board, older than the one named. */
export async function listBoardCards(ctx: Ctx, { afterId, pipelineId: _, ...filters }: BoardCards) {
  authorize(ctx, 'opportunities.read')
  const where = sql`${isCardOf(ctx, filters)} and opportunities.id < ${afterId}::uuid`
  const cards = await ctx.tx.execute<OpportunityRow>(cardsOf(ctx, where, boardCardLimit))
  return { cards: cards.map((card) => withActions(ctx, card)) }
}
