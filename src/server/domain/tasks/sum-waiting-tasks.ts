import { sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import type { TaskView } from '@/contract/tasks'
import type { Ctx } from '../context'
import { authorizeReading } from './load'
import { dayOf, inView, isVisible } from './match-tasks'

/** The tasks of a tab together: how many, of how many items, the earliest day among them, and how many have none. */
export type WaitingTasks = { count: number; items: number; firstDueOn: string | null; undated: number }

/** Sums a tab of the task centre under the condition of that tab, up to the limit of counting. */
export async function sumWaitingTasks(ctx: Ctx, view: TaskView): Promise<WaitingTasks> {
  authorizeReading(ctx)
  const [sums] = await ctx.tx.execute<WaitingTasks>(sql`
    select count(*)::int as count, count(distinct w.line)::int as items, min(w.due_on)::text as "firstDueOn",
      count(*) filter (where w.due_on is null)::int as undated
    from (select coalesce(t.sales_order_item_id, t.id) as line, t.due_on from tasks t
      where ${isVisible(ctx, 't')} and ${inView(view, 't', ctx.today)} order by ${dayOf('t')}, t.id limit ${countLimit + 1}) w`)
  return sums ?? { count: 0, items: 0, firstDueOn: null, undated: 0 }
}
