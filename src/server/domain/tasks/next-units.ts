import { isOpenStatus } from '@/contract/tasks'
import type { Acting } from './action-rules'
import type { LockedTask } from './load'

/**
 * Which open units "the next" are for this person: their own first, then (for who concludes for others) those of nobody, then
 * those of others; by unit number. A technician has only their own.
 */
export function nextUnits(units: readonly LockedTask[], acting: Acting): LockedTask[] {
  const mine = (unit: LockedTask) => (unit.assigneeId === acting.userId ? 0 : unit.assigneeId === null ? 1 : 2)
  const mayConcludeForOthers = acting.permissions.has('tasks.concludeForOthers')
  return units
    .filter((unit) => isOpenStatus(unit.status) && (mayConcludeForOthers || mine(unit) === 0))
    .toSorted((a, b) => mine(a) - mine(b) || (a.unitNo ?? 0) - (b.unitNo ?? 0))
}

export type Substitution = {
  conclude: LockedTask[]
  already: LockedTask[]
  substituted: Map<string, string>
  unmatched: string[]
}

/**
 * The units that a device took as "the next": those still open stand; one that this person concluded counts as done; one
 * concluded by somebody else, or cancelled, is replaced by another open unit of the item while there is one.
 */
export function substituteTaken(units: readonly LockedTask[], taken: readonly string[], acting: Acting): Substitution {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const wanted = new Set(taken)
  const spare = nextUnits(units, acting).filter(({ id }) => !wanted.has(id))
  const result: Substitution = { conclude: [], already: [], substituted: new Map(), unmatched: [] }
  for (const id of wanted) {
    const unit = byId.get(id)
    if (unit && isOpenStatus(unit.status)) result.conclude.push(unit)
    else if (unit?.status === 'concluded' && unit.concludedBy === acting.userId) result.already.push(unit)
    else {
      const replacement = spare.shift()
      if (replacement) {
        result.conclude.push(replacement)
        result.substituted.set(id, replacement.id)
      } else result.unmatched.push(id)
    }
  }
  return result
}
