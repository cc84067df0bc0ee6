import { createHash } from 'node:crypto'
import Big from 'big.js'
import type { Refusal } from '@/contract/errors'
import type { ItemChange } from '@/contract/sales-orders'
import { isOpenStatus } from '@/contract/tasks'
import { canonicalJson } from '../commands/canonical-json'
import { pickUnitsToCancel } from '../tasks/rules'
import { frozenByNote, refusalsBelow, refusalsToKeepOrderOpen, refusalsToRemove } from './item-rules'
import { keptDiscount } from './kept-discount'
import type { LoadItemState, PlannedUnit } from './load-item-state'
import { limitsOf } from './plan-new-items'
import { amountOf, type ItemUnits, quantityOf, refusalsToSize, unitsOf } from './rules'

/** A gesture on one item. */
export type ItemGesture =
  | { kind: 'update'; change: ItemChange }
  | { kind: 'remove' | 'closeBalance'; cancelsStarted: boolean }

/** What an item says. Money in cents. */
export type ItemContent = {
  quantity: string
  description: string
  unitPriceCents: number
  discountCents: number
  totalCents: number
}

/** What a gesture would do to an item and its units, and everything against it. */
export type PlanItemChange = {
  before: ItemContent
  /** Null when the item goes. */
  after: (ItemContent & ItemUnits) | null
  created: number
  cancelled: PlannedUnit[]
  /** Units that stand in the way, with the note that holds them. */
  blocked: PlannedUnit[]
  /** The least quantity that the item can have now. */
  minimum: string
  /** Units whose subject follows the description (E8). */
  renamed: number
  refusals: Refusal[]
  /** Names the effect: a confirmation that carries another one was given for another effect. */
  fingerprint: string
}

/** The effect of a gesture on an item as it stands: previews show it, verbs do it (E1 to E9, E12). Pure. */
export function planItemChange(state: LoadItemState, gesture: ItemGesture): PlanItemChange {
  const plan = gesture.kind === 'update' ? planUpdate(state, gesture.change) : planEnd(state, gesture)
  const refusals = [...refusalsToKeepOrderOpen(state.order), ...plan.refusals]
  const whole = { ...plan, refusals, before: contentOf(state), minimum: minimumOf(state) }
  return { ...whole, fingerprint: fingerprintOf(whole) }
}

type Effect = Omit<PlanItemChange, 'before' | 'minimum' | 'fingerprint'>

function planUpdate(state: LoadItemState, change: ItemChange): Effect {
  const { item } = state
  const before = contentOf(state)
  const description = change.description ?? item.description
  const counted = unitsAfter(item, change.quantity)
  if (!counted.units) return { ...nothing, refusals: counted.refusals }

  const unitPriceCents = change.unitPriceCents ?? item.unitPriceCents
  const price = {
    unitPriceCents,
    discountCents: change.discountCents ?? keptDiscount(item, counted.units, unitPriceCents),
  }
  const amount = amountOf(counted.units, price, item.position)
  const content = { ...price, description, quantity: quantityOf(counted.units), totalCents: amount.totalCents }
  const after = { ...content, ...counted.units }
  const cancelled = planCancellation(state, counted.units, change)
  const isMoved = quantityOf(counted.units) !== before.quantity || price.unitPriceCents !== item.unitPriceCents
  const isDiscounted = price.discountCents !== item.discountCents
  return {
    after,
    created: createdBy(state, counted.units),
    ...cancelled,
    renamed: description === item.description ? 0 : followersOf(state, description, cancelled.cancelled),
    refusals: [
      ...(isMoved || isDiscounted ? frozenByNote(state.notes) : []),
      ...refusalsToUnitQuantity(state, counted.units),
      ...refusalsBelow(state, counted.units.unitCount),
      ...cancelled.refusals,
      ...refusalsToGrow(state, counted.units),
      ...amount.refusals,
    ],
  }
}

// Removing an item, or keeping of it only what was done (E6).
function planEnd(state: LoadItemState, gesture: { kind: 'remove' | 'closeBalance'; cancelsStarted: boolean }): Effect {
  const { item } = state
  const open = state.units.filter(({ status }) => isOpenStatus(status))
  const picked = pickUnitsToCancel(open, { count: open.length, allowsStarted: gesture.cancelsStarted })
  const effect = { ...nothing, cancelled: picked.picked.toSorted(byUnit) }
  if (gesture.kind === 'remove') {
    const blocked = state.units.filter(({ status }) => !isOpenStatus(status))
    const refusals = [...refusalsToRemove(state), ...frozenByNote(state.notes), ...picked.refusals]
    return { ...effect, blocked, refusals }
  }
  const kept = keptUnits(state)
  if (kept === 0) {
    return { ...effect, refusals: [{ code: 'ITEM_HAS_NOTHING_CONCLUDED', params: { item: item.position } }] }
  }
  const units = { ...unitsAsStored(item), unitCount: kept }
  const { unitPriceCents, description } = item
  const discountCents = keptDiscount(item, units, unitPriceCents)
  return {
    ...effect,
    after: {
      ...units,
      unitPriceCents,
      discountCents,
      description,
      quantity: quantityOf(units),
      totalCents: amountOf(units, { unitPriceCents, discountCents }, item.position).totalCents,
    },
    refusals: [
      ...(kept === item.unitCount && open.length === 0 ? [{ code: 'NO_BALANCE_TO_CLOSE' as const }] : []),
      ...frozenByNote(state.notes),
      ...picked.refusals,
    ],
  }
}

function unitsAsStored({ unitCount, unitQuantity }: LoadItemState['item']): ItemUnits {
  return { unitCount, unitQuantity: new Big(unitQuantity).toFixed() }
}

// D1: the item stays one unit or one per unit, whatever its unit of measure says by now; only 1 × 1 without tasks shows neither.
function unitsAfter(item: LoadItemState['item'], quantity?: string): ReturnType<typeof unitsOf> {
  if (quantity === undefined) return { units: unitsAsStored(item), refusals: [] }
  const { kind, granularity, unitCode: code, allowsFractions } = item
  const isOne = kind === 'goods' || granularity === 'per_item' || !new Big(item.unitQuantity).eq(1)
  if (isOne) return unitsOf(quantity, { code, allowsFractions }, { kind, granularity: 'per_item' }, item.position)
  const isOnePerUnit = granularity === 'per_unit' || item.unitCount > 1
  return unitsOf(quantity, { code, allowsFractions: allowsFractions && !isOnePerUnit }, item, item.position)
}

function planCancellation(state: LoadItemState, { unitCount }: ItemUnits, change: ItemChange) {
  const { item, units } = state
  const chosenIds = change.cancelTaskIds
  const stuck = units.filter(({ id, status }) => chosenIds?.includes(id) && !isOpenStatus(status))
  if (unitCount < item.unitsConcluded) {
    const concluded = units.filter(({ status }) => status === 'concluded').toReversed()
    return { cancelled: [], blocked: concluded.slice(0, item.unitsConcluded - unitCount).toReversed(), refusals: [] }
  }
  const count = Math.max(0, item.unitsGenerated - unitCount)
  if (count === 0) return { cancelled: [], blocked: [], refusals: [] }
  const { picked, refusals } = pickUnitsToCancel(units, { count, chosenIds, allowsStarted: change.cancelsStarted })
  return { cancelled: picked.toSorted(byUnit), blocked: stuck, refusals }
}

// G4: a higher quantity makes all that is missing; a lower one never makes any.
function createdBy({ order, item }: LoadItemState, { unitCount }: ItemUnits): number {
  const hasUnits = item.kind === 'service' && item.granularity !== 'none' && order.opportunityId !== null
  return hasUnits && unitCount > item.unitCount ? unitCount - item.unitsGenerated : 0
}

function refusalsToGrow(state: LoadItemState, { unitCount }: ItemUnits): Refusal[] {
  const { item, settings, order } = state
  if (unitCount <= item.unitCount) return []
  const limits = limitsOf({ settings, hasUnits: settings.generatesOpportunity || order.opportunityId !== null })
  return refusalsToSize([{ ...item, unitCount }], limits, state.unitsOfOtherItems)
}

function refusalsToUnitQuantity({ item }: LoadItemState, { unitQuantity }: ItemUnits): Refusal[] {
  const isFrozen = item.unitsConcluded > 0 || item.counterInvoiced > 0
  if (!isFrozen || new Big(item.unitQuantity).eq(unitQuantity)) return []
  return [{ code: 'UNIT_QUANTITY_FROZEN', itemId: item.id, field: 'quantity' }]
}

function followersOf({ units }: LoadItemState, description: string, cancelled: readonly PlannedUnit[]): number {
  return units.filter(
    (unit) =>
      isOpenStatus(unit.status) && !unit.isSubjectEdited && unit.subject !== description && !cancelled.includes(unit),
  ).length
}

function contentOf({ item }: LoadItemState): ItemContent {
  const { description, unitPriceCents, discountCents, totalCents } = item
  return { quantity: quantityOf(item), description, unitPriceCents, discountCents, totalCents }
}

function minimumOf(state: LoadItemState): string {
  return quantityOf({ ...state.item, unitCount: Math.max(1, keptUnits(state)) })
}

function keptUnits({ item }: LoadItemState): number {
  return Math.max(item.unitsConcluded, item.counterInvoiced)
}

function fingerprintOf({ after, created, cancelled, renamed }: Omit<PlanItemChange, 'fingerprint'>): string {
  const effect = { after, created, cancelled: cancelled.map(({ id }) => id), renamed }
  return createHash('sha256').update(canonicalJson(effect)).digest('hex')
}

const nothing = { after: null, created: 0, cancelled: [], blocked: [], renamed: 0, refusals: [] } satisfies Effect

const byUnit = (a: PlannedUnit, b: PlannedUnit) => a.unitNo - b.unitNo
