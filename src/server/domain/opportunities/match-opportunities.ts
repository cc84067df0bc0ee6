import { type SQL, sql } from 'drizzle-orm'
import type { ListOpportunities } from '@/contract/opportunities'
import { holdsWord, wordsOf } from '@/server/db/search-condition'

export type Filters = Partial<
  Pick<ListOpportunities, 'q' | 'pipelineId' | 'stageId' | 'ownerId' | 'customerId' | 'projectId' | 'contractId'>
>

/** What filters and words select; the statement has the customer `c` beside the opportunity. */
export function matchOpportunities({ q, ...ids }: Filters): SQL {
  const conditions = [
    ids.pipelineId && sql`opportunities.pipeline_id = ${ids.pipelineId}::uuid`,
    ids.stageId && sql`opportunities.stage_id = ${ids.stageId}::uuid`,
    ids.ownerId && sql`opportunities.owner_id = ${ids.ownerId}::uuid`,
    ids.customerId && sql`opportunities.customer_id = ${ids.customerId}::uuid`,
    ids.contractId && sql`opportunities.contract_id = ${ids.contractId}::uuid`,
    ids.projectId === 'none' && sql`opportunities.project_id is null`,
    ids.projectId && ids.projectId !== 'none' && sql`opportunities.project_id = ${ids.projectId}::uuid`,
    ...wordsOf(q).map(matchesWord),
  ].filter((condition) => condition instanceof Object)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

// `OP-12` and `12` are its number too; words stand in the title or the customer.
function matchesWord(word: string): SQL {
  const digits = /^(?:op-?|#)?(\d{1,9})$/i.exec(word)?.[1]
  const isNumber = digits === undefined ? sql`false` : sql`opportunities.number = ${Number(digits)}::int`
  return sql`(${isNumber} or ${holdsWord(sql`c.search_key`, word)} or ${holdsWord(sql`search_text(opportunities.title)`, word)})`
}
