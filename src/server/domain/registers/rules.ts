import type { Refusal } from '@/contract/errors'
import type { RegisterEntry } from '@/contract/registers'
import { foldAccents } from '@/lib/accent-fold'

/** A row of a register as the rules see it; a stage is compared within its pipeline only. */
export type RegisterRow = { id: string; name: string; code?: string; pipelineId?: string }

/** Reasons against writing `entry` beside the other rows of its register: names and codes are told apart without case and accents. */
export function refusalsToSaveRegister(others: readonly RegisterRow[], entry: RegisterEntry): Refusal[] {
  const rivals = entry.kind === 'stages' ? others.filter(({ pipelineId }) => pipelineId === entry.pipelineId) : others
  const sameName = rivals.find(({ name }) => isSame(name, entry.name))
  const sameCode = entry.kind === 'unitsOfMeasure' && rivals.find(({ code }) => code && isSame(code, entry.code))
  return [
    ...(sameCode ? [codeTaken(sameCode)] : []),
    ...(sameName ? [nameTaken(sameName)] : []),
    ...refusalsOfOffsets(entry),
  ]
}

/** Reasons against a new order: it must hold every row of the register once. */
export function refusalsToReorder(present: readonly string[], wanted: readonly string[]): Refusal[] {
  const isSameSet = new Set(wanted).size === wanted.length && wanted.length === present.length
  return isSameSet && present.every((id) => wanted.includes(id))
    ? []
    : [{ code: 'VERSION_CONFLICT', action: { kind: 'reload' } }]
}

// The parts of a payment fall due one after the other.
function refusalsOfOffsets(entry: RegisterEntry): Refusal[] {
  if (entry.kind !== 'paymentTerms') return []
  const rises = entry.dayOffsets.every((days, index, all) => index === 0 || days > (all[index - 1] ?? 0))
  return rises ? [] : [{ code: 'DAYS_MUST_RISE', field: 'entry.dayOffsets' }]
}

function codeTaken({ code = '', name }: RegisterRow): Refusal {
  return { code: 'CODE_TAKEN', params: { code, name }, field: 'entry.code' }
}

function nameTaken({ name }: RegisterRow): Refusal {
  return { code: 'NAME_TAKEN', params: { name }, field: 'entry.name' }
}

const isSame = (a: string, b: string) => foldAccents(a.trim()) === foldAccents(b.trim())
