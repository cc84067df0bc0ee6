import type { Refusal } from '@/contract/errors'
import { type ConcludeNext, isOpenStatus } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError, refuse } from '../refusal'
import { isForOthers, refusalsTo } from './action-rules'
import { withoutReason } from './conclude-task'
import { concludeUnits } from './conclude-units'
import { missingEvidenceOfAll } from './evidence-rules'
import { type LockedTask, lockUnitsOfItem } from './load'
import { nextUnits, type Substitution, substituteTaken } from './next-units'
import { storeEvidence } from './store-evidence'
import { actingIn, answersFor, type TaskAnswer } from './task-answer'

/** `answers` speaks of the units asked for, or concluded; `substituted` says which other unit stands for one of them. */
export type ConcludedUnits = { concluded: number; answers: TaskAnswer[]; substituted: { id: string; by: string }[] }

/**
 * Concludes several units of one item in one gesture ("Modo mutirão"). With `count` alone, refuses NOT_ENOUGH_OPEN_UNITS when
 * fewer are open. With `taskIds` from a device, in mode `next`, units that others concluded or the office cancelled meanwhile
 * are replaced; in mode `chosen` each unit answers for itself (R7). Refuses everything that is missing at once (R1).
 */
export async function concludeNextUnits(ctx: Ctx, input: ConcludeNext): Promise<ConcludedUnits> {
  authorize(ctx, 'tasks.conclude')
  const units = await lockUnitsOfItem(ctx, input.itemId, input.taskIds ?? [])
  if (units.length === 0) throw new DomainError(input.taskIds ? 'NOT_FOUND' : 'NOT_ENOUGH_OPEN_UNITS', { available: 0 })
  const acting = actingIn(ctx)
  const choice = chooseUnits(units, input, acting)
  const forOthers = choice.conclude.filter((unit) => isForOthers(unit, acting))
  const own = choice.conclude.filter((unit) => !isForOthers(unit, acting))
  refuse([
    ...choice.conclude.flatMap((unit) => refusalsTo('conclude', unit, acting)),
    ...(forOthers.length > 0 ? withoutReason(input.reason) : []),
    ...missingEvidenceOfAll(own, input.evidence),
  ])
  await concludeUnits(ctx, own, { evidence: input.evidence, officeReason: null })
  await concludeUnits(ctx, forOthers, { evidence: input.evidence, officeReason: input.reason ?? '' })
  await storeEvidence(
    ctx,
    choice.second.map(({ id }) => id),
    'second_conclusion',
    input.evidence,
  )
  return answerOf(input.taskIds ?? choice.conclude.map(({ id }) => id), choice)
}

type Choice = Substitution & { second: LockedTask[]; refused: { id: string; refusals: Refusal[] }[] }

function chooseUnits(units: readonly LockedTask[], input: ConcludeNext, acting: ReturnType<typeof actingIn>): Choice {
  const { taskIds, count = 0 } = input
  const nothing = { already: [], substituted: new Map<string, string>(), unmatched: [], second: [], refused: [] }
  if (!taskIds) {
    const next = nextUnits(units, acting)
    if (next.length < count) throw new DomainError('NOT_ENOUGH_OPEN_UNITS', { available: next.length })
    return { ...nothing, conclude: next.slice(0, count) }
  }
  if (input.mode === 'next') {
    const taken = substituteTaken(units, taskIds, acting)
    const refused = taken.unmatched.map((id) => ({
      id,
      refusals: [{ code: 'NOT_ENOUGH_OPEN_UNITS' as const, params: { available: 0 }, taskIds: [id] }],
    }))
    return { ...taken, second: [], refused }
  }
  const chosen = units.filter(({ id }) => taskIds.includes(id))
  const done = chosen.filter(({ status }) => status === 'concluded')
  const cancelled = chosen.filter(({ status }) => status === 'cancelled')
  return {
    ...nothing,
    conclude: chosen.filter(({ status }) => isOpenStatus(status)),
    already: done,
    second: done,
    refused: cancelled.map((unit) => ({ id: unit.id, refusals: refusalsTo('conclude', unit, acting) })),
  }
}

function answerOf(asked: readonly string[], choice: Choice): ConcludedUnits {
  const answers = new Map<string, TaskAnswer>()
  for (const { id } of choice.conclude) answers.set(id, { id, outcome: 'done', status: 'concluded' })
  for (const { id } of choice.already) answers.set(id, { id, outcome: 'already', status: 'concluded' })
  for (const id of choice.substituted.keys()) answers.set(id, { id, outcome: 'already', status: 'concluded' })
  for (const { id, refusals } of choice.refused) answers.set(id, { id, outcome: 'refused', refusals })
  return {
    concluded: choice.conclude.length,
    answers: answersFor([...asked, ...choice.substituted.values()], answers),
    substituted: [...choice.substituted].map(([id, by]) => ({ id, by })),
  }
}
