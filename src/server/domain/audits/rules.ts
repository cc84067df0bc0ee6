import { invariants } from '@/server/db/invariants'

export type InvariantName = keyof typeof invariants

/** Whose derived columns are made anew from tasks and notes by one function: repaired by a click. */
const derived: ReadonlySet<InvariantName> = new Set<InvariantName>([
  'itemCounters',
  'itemChain',
  'noteLines',
  'orderSums',
  'orderStatus',
  'orderBillable',
  'itemBilling',
])

export const invariantNames = Object.keys(invariants) as InvariantName[]

/** Whether a name that was stored is one of this version's invariants. */
export function isInvariant(name: string): name is InvariantName {
  return name in invariants
}

/** Whether recomputing what is derived may repair a breach of the invariant; else somebody must look at the record. */
export function isRepairable(name: InvariantName): boolean {
  return derived.has(name)
}
