import { createHash } from 'node:crypto'
import type { Refusal } from '@/contract/errors'
import type { ConcludedUnitsChoice } from '@/contract/sales-orders'
import { isOpenStatus } from '@/contract/tasks'
import { canonicalJson } from '../commands/canonical-json'
import { refusalsToKeepOrderOpen } from './item-rules'
import type { EndingUnit, LoadOrderEnd } from './load-order-end'

/** How an order ends. `mayWaive` says whether the person may leave concluded work unbilled. */
export type OrderEnding =
  | { kind: 'cancel'; concludedUnits: ConcludedUnitsChoice; losesOpportunity: boolean; mayWaive: boolean }
  | { kind: 'closeBalance' }

/** What ending an order would do, and everything against it. */
export type PlanOrderEnd = {
  cancelled: EndingUnit[]
  /** Concluded units that will not be billed (C2). */
  waived: EndingUnit[]
  /** Concluded units without a note: the choice of C2 is about them. */
  concluded: EndingUnit[]
  /** The opportunity that is lost with the order, with the reason (C1). */
  lost: { id: string; number: number; title: string; lossReason: string } | null
  refusals: Refusal[]
  fingerprint: string
}

/** The effect of cancelling an order or closing its balance as it stands (C1 to C3): the preview shows it, the verb does it. Pure. */
export function planOrderEnd(state: LoadOrderEnd, ending: OrderEnding): PlanOrderEnd {
  const cancelled = state.units.filter(({ status }) => isOpenStatus(status))
  const concluded = state.units.filter(
    ({ status, isBilled, isWaived }) => status === 'concluded' && !isBilled && !isWaived,
  )
  const isWaiving = ending.kind === 'cancel' && ending.concludedUnits === 'do_not_invoice'
  const effect = { cancelled, waived: isWaiving ? concluded : [], lost: lostWith(state, ending) }
  const refusals = [
    ...refusalsToKeepOrderOpen(state.order),
    ...(ending.kind === 'cancel' ? refusalsToCancel(state, concluded, ending) : refusalsToClose(state)),
  ]
  return { ...effect, concluded, refusals, fingerprint: fingerprintOf(effect) }
}

function refusalsToCancel(
  { order, opportunity, lossReason }: LoadOrderEnd,
  concluded: readonly EndingUnit[],
  ending: Extract<OrderEnding, { kind: 'cancel' }>,
): Refusal[] {
  const refusals: Refusal[] = []
  if (order.unitsInvoiced > 0) {
    const action = { kind: 'close_balance', id: order.id, number: order.number } as const
    refusals.push({ code: 'ORDER_HAS_BILLED_UNITS', params: { count: order.unitsInvoiced }, action })
  }
  if (concluded.length > 0 && ending.concludedUnits === 'invoice_first') {
    refusals.push({
      code: 'ORDER_HAS_CONCLUDED_UNITS',
      params: { count: concluded.length },
      field: 'concludedUnits',
      taskIds: concluded.map(({ id }) => id),
    })
  }
  if (concluded.length > 0 && ending.concludedUnits === 'do_not_invoice' && !ending.mayWaive) {
    refusals.push({ code: 'FORBIDDEN', params: { permission: 'salesOrders.waiveBilling' }, field: 'concludedUnits' })
  }
  if (ending.losesOpportunity && opportunity?.status === 'open' && !lossReason) {
    const field = 'cancellationLossReasonId'
    refusals.push({ code: 'SETTINGS_INCOMPLETE', params: { fields: field }, field, action: { kind: 'open_settings' } })
  }
  return refusals
}

function refusalsToClose({ order }: LoadOrderEnd): Refusal[] {
  return order.unitsInvoiced >= order.unitsTotal ? [{ code: 'NO_BALANCE_TO_CLOSE' }] : []
}

function lostWith({ opportunity, lossReason }: LoadOrderEnd, ending: OrderEnding): PlanOrderEnd['lost'] {
  if (ending.kind !== 'cancel' || !ending.losesOpportunity || opportunity?.status !== 'open' || !lossReason) return null
  const { id, number, title } = opportunity
  return { id, number, title, lossReason: lossReason.name }
}

function fingerprintOf({ cancelled, waived, lost }: Pick<PlanOrderEnd, 'cancelled' | 'waived' | 'lost'>): string {
  const ids = (units: readonly EndingUnit[]) => units.map(({ id }) => id).toSorted()
  const effect = { cancelled: ids(cancelled), waived: ids(waived), lost: lost?.id ?? null }
  return createHash('sha256').update(canonicalJson(effect)).digest('hex')
}
