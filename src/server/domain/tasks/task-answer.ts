import type { Refusal } from '@/contract/errors'
import type { TaskStatus } from '@/contract/tasks'
import type { Ctx } from '../context'
import type { Acting } from './action-rules'

/** What happened to one task of a gesture: it changed, it already was as wanted, or the reasons why not. */
export type TaskAnswer =
  | { id: string; outcome: 'done' | 'already'; status: TaskStatus }
  | { id: string; outcome: 'refused'; refusals: Refusal[] }

/** Who acts, as the rules ask it. */
export const actingIn = (ctx: Ctx): Acting => ({
  userId: ctx.actor.userId,
  permissions: ctx.actor.permissions,
  now: ctx.now,
})

/** One answer for each id, in the order asked; ids that are not there, or not this person's, are refused NOT_FOUND. */
export function answersFor(ids: readonly string[], answers: ReadonlyMap<string, TaskAnswer>): TaskAnswer[] {
  return [...new Set(ids)].map(
    (id) => answers.get(id) ?? { id, outcome: 'refused', refusals: [{ code: 'NOT_FOUND', taskIds: [id] }] },
  )
}
