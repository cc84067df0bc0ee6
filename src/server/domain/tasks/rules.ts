import type { Refusal } from '@/contract/errors'
import { isOpenStatus, isStartedStatus, type TaskStatus } from '@/contract/tasks'
import { unitLabels } from './unit-label'

/** A unit as the choice of what to cancel sees it. */
export type CancellableUnit = {
  id: string
  unitNo: number | null
  subject: string
  status: TaskStatus
  assigneeId: string | null
  scheduledAt: Date | null
}

export type PickUnitsToCancel = { count: number; chosenIds?: readonly string[]; allowsStarted: boolean }

/**
 * E2: which `count` open units a lower quantity cancels: those without assignee first, then assigned, then scheduled, the
 * highest number first; started ones only when `allowsStarted`. `chosenIds` overrides the order. Answers what can be picked
 * and every reason against it.
 */
export function pickUnitsToCancel<Unit extends CancellableUnit>(
  units: readonly Unit[],
  { count, chosenIds, allowsStarted }: PickUnitsToCancel,
): { picked: Unit[]; refusals: Refusal[] } {
  const open = units.filter(({ status }) => isOpenStatus(status))
  const picked = chosenIds
    ? open.filter(({ id }) => chosenIds.includes(id))
    : open.toSorted(cancelledEarlier).slice(0, count)
  const refusals: Refusal[] = []

  const stuck = chosenIds ? units.filter(({ id, status }) => chosenIds.includes(id) && !isOpenStatus(status)) : []
  if (stuck.length > 0) refusals.push(naming('UNIT_NOT_CANCELLABLE', stuck))
  if (stuck.length === 0 && picked.length < count) {
    refusals.push({ code: 'NOT_ENOUGH_OPEN_UNITS', params: { available: picked.length } })
  }
  if (chosenIds && picked.length > count) refusals.push(naming('UNIT_NOT_CANCELLABLE', picked.slice(count)))
  const started = picked.filter(({ status }) => isStartedStatus(status))
  if (started.length > 0 && !allowsStarted) refusals.push(naming('STARTED_UNITS_NEED_CONFIRMATION', started))
  return { picked, refusals }
}

function cancelledEarlier(a: CancellableUnit, b: CancellableUnit): number {
  return hold(a) - hold(b) || (b.unitNo ?? 0) - (a.unitNo ?? 0)
}

// How far the work on a unit has come: what has come least far goes first.
function hold({ status, assigneeId, scheduledAt }: CancellableUnit): number {
  if (isStartedStatus(status)) return 3
  if (status === 'scheduled' || scheduledAt !== null) return 2
  return assigneeId === null ? 0 : 1
}

function naming(
  code: 'UNIT_NOT_CANCELLABLE' | 'STARTED_UNITS_NEED_CONFIRMATION',
  units: readonly CancellableUnit[],
): Refusal {
  return { code, params: { count: units.length, units: unitLabels(units) }, taskIds: units.map(({ id }) => id) }
}
