import { and, eq, ne } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'

/**
 * E8: the units of an item follow its description, except those concluded and those whose subject a person wrote. The
 * caller holds the order's lock. Answers how many followed.
 */
export async function renameUnits(ctx: Ctx, input: { itemId: string; subject: string }): Promise<{ renamed: number }> {
  const renamed = await ctx.tx
    .update(tasks)
    .set({ subject: input.subject })
    .where(
      and(
        eq(tasks.salesOrderItemId, input.itemId),
        ne(tasks.status, 'concluded'),
        eq(tasks.isSubjectEdited, false),
        ne(tasks.subject, input.subject),
      ),
    )
    .returning({ id: tasks.id })
  return { renamed: renamed.length }
}
