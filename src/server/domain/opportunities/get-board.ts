import { sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import type { Board } from '@/contract/opportunities'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { boardCardLimit, cardsOf, isCardOf, withActions } from './cards-of'
import { countViews, type OpportunityRow } from './list-opportunities'

type Column = {
  pipelineId: string
  id: string
  name: string
  probability: number
  count: number
  valueCents: number | null
}

/**
 * The open opportunities of one pipeline by stage: the newest 50 of each, with how many there are (up to 10,001) and what they
 * are worth together. The pipeline is the one asked for, else that of the settings, else the first active one.
 */
export async function getBoard(ctx: Ctx, input: Board) {
  authorize(ctx, 'opportunities.read')
  const { pipelineId, ...filters } = input
  const isCard = sql`opportunities.pipeline_id = s.pipeline_id and opportunities.stage_id = s.id and ${isCardOf(ctx, filters)}`
  const total = ctx.actor.permissions.has('values.read') ? sql`coalesce(sum(x.value_cents), 0)::float8` : sql`null`
  const columns = await ctx.tx.execute<Column & { cards: OpportunityRow[] }>(sql`
    select s.pipeline_id as "pipelineId", s.id, s.name, s.probability, n.count, n.total as "valueCents", k.cards
    from stages s
    cross join lateral (
      select count(*)::int as count, ${total} as total from (select opportunities.value_cents from opportunities
        join customers c on c.company_id = opportunities.company_id and c.id = opportunities.customer_id where ${isCard} limit ${countLimit + 1}) x
    ) n
    cross join lateral (select coalesce(json_agg(card order by card.id desc), '[]') as cards from (${cardsOf(ctx, isCard, boardCardLimit)}) card) k
    where s.pipeline_id = coalesce(${pipelineId ?? null}::uuid, (select pipeline_id from order_settings),
        (select id from pipelines where is_active order by position, id limit 1))
      and (s.is_active or n.count > 0)
    order by s.position, s.id`)
  return {
    pipelineId: columns[0]?.pipelineId ?? pipelineId ?? null,
    stages: columns.map(({ pipelineId: _, cards, ...stage }) => ({
      ...stage,
      cards: cards.map((card) => withActions(ctx, card)),
    })),
    ...(await countViews(ctx, input)),
    actions: { create: refusalsOfPermission(ctx, 'opportunities.write') },
  }
}
