import { sql } from 'drizzle-orm'
import type { ListUnits } from '@/contract/tasks'
import type { Ctx } from '../context'
import { authorizeReading } from './load'
import { inView, isVisible, matchTasks } from './match-tasks'
import { actingIn } from './task-answer'
import { type UnitRow, unitColumns, unitSource, unitView } from './unit-row'

const PAGE = 200

/** The units of one item by number, 200 at a time, each with what may be done with it. `nextUnitNo` is where the next page begins after. */
export async function listUnits(ctx: Ctx, input: ListUnits) {
  authorizeReading(ctx)
  const found = await ctx.tx.execute<UnitRow>(sql`
    select ${unitColumns}
    from tasks t
    ${unitSource}
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    where t.sales_order_item_id = ${input.itemId}::uuid and t.unit_no > ${input.afterUnitNo}
      and ${isVisible(ctx, 't')} and ${inView(input.view, 't', ctx.today)} and ${matchTasks(input, 't')}
    order by t.unit_no limit ${PAGE + 1}`)
  const acting = actingIn(ctx)
  const rows = found.slice(0, PAGE).map((row) => unitView(row, acting))
  return { rows, nextUnitNo: found.length > PAGE ? (rows.at(-1)?.unitNo ?? null) : null }
}
