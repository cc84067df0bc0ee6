import { sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import { wordsOf } from '@/server/db/search-condition'
import type { Ctx } from '../context'
import { startOfDay } from './match-tasks'

/** `startOfToday` is an instant as the database writes it. */
export type FoundTasks = { ids: string[] | null; startOfToday: string }

/**
 * The ids of the company's tasks that hold every word, by the index of words, which row security keeps from other statements,
 * and when the company's day began. `ids` is null where no word was said, where the words are so common that walking a list
 * finds them sooner, and beyond 10,000 tasks.
 */
export async function findTasks(ctx: Ctx, query: string): Promise<FoundTasks> {
  const words = wordsOf(query)
  const ids =
    words.length === 0
      ? sql`null`
      : sql`to_json(find_tasks(array(select json_array_elements_text(${JSON.stringify(words)}::json)), ${countLimit}))`
  const [found] = await ctx.tx.execute<FoundTasks>(
    sql`select ${ids} as ids, (${startOfDay(ctx.today)})::text as "startOfToday"`,
  )
  if (!found) throw new Error('a question about no table answers one row')
  return found
}
