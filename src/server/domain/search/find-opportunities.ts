import { sql } from 'drizzle-orm'
import type { OpportunityStatus } from '@/contract/opportunities'
import type { Ctx } from '../context'
import { matchOpportunities } from '../opportunities/match-opportunities'
import { byExactNumber } from './exact-number'

type FoundOpportunity = {
  id: string
  number: number
  title: string
  status: OpportunityStatus
  stageName: string
  customerName: string
}

/** Living opportunities by number, title or customer. */
export async function findOpportunities(ctx: Ctx, q: string, limit: number): Promise<FoundOpportunity[]> {
  const found = await ctx.tx.execute<FoundOpportunity>(sql`
    select opportunities.id, opportunities.number, opportunities.title, opportunities.status, g.name as "stageName", c.name as "customerName"
    from opportunities
    join customers c on c.company_id = opportunities.company_id and c.id = opportunities.customer_id
    join stages g on g.company_id = opportunities.company_id and g.id = opportunities.stage_id
    where opportunities.undone_at is null and ${matchOpportunities({ q })}
    order by ${byExactNumber(sql`opportunities.number`, q)}, opportunities.number desc limit ${limit}`)
  return [...found]
}
