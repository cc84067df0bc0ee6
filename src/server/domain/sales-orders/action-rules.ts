import type { Refusal } from '@/contract/errors'
import type { Permission } from '@/contract/permissions'
import { type SalesOrderAction, type SalesOrderStatus, salesOrderActions } from '@/contract/sales-orders'
import { refusalsToKeepOrderOpen } from './item-rules'

/** What the actions of an order depend on. Counts in units. */
export type ActionState = {
  id: string
  number: number
  status: SalesOrderStatus
  itemCount: number
  serviceCount: number
  /** Units that should have a task and have none. */
  missing: number
  hasOpportunity: boolean
  generatesOpportunity: boolean
  unitsTotal: number
  unitsInvoiced: number
  /** Concluded units and those of counters (G14), still unbilled. */
  unitsBillable: number
}

type Actions = Record<SalesOrderAction, Refusal[]>

const permissionOf: Record<SalesOrderAction, Permission> = {
  edit: 'salesOrders.write',
  addItem: 'salesOrders.write',
  generate: 'opportunities.generate',
  generateMissing: 'opportunities.generate',
  undoGeneration: 'opportunities.undoGeneration',
  invoice: 'invoices.issue',
  duplicate: 'salesOrders.write',
  share: 'salesOrders.write',
  cancel: 'salesOrders.cancel',
  closeBalance: 'salesOrders.closeBalance',
  reactivate: 'salesOrders.cancel',
}

/** Why each action on the order is not to be had; an empty list allows it. `ofUndo` is known on the order's page alone. */
export function actionsOfOrder(
  state: ActionState,
  permissions: ReadonlySet<Permission>,
  ofUndo: Refusal[] = [{ code: 'NOTHING_TO_GENERATE' }],
): Actions {
  const open = refusalsToKeepOrderOpen(state)
  const refusals: Actions = {
    edit: open,
    addItem: open,
    generate: [...open, ...refusalsToGenerate(state)],
    generateMissing: [...open, ...(state.hasOpportunity && state.missing > 0 ? [] : [nothingToGenerate])],
    undoGeneration: [...open, ...ofUndo],
    invoice: refusalsToInvoice(state),
    duplicate: [],
    share: [],
    cancel: [...open, ...refusalsToCancel(state)],
    closeBalance: [
      ...open,
      ...(state.unitsInvoiced < state.unitsTotal ? [] : [{ code: 'NO_BALANCE_TO_CLOSE' as const }]),
    ],
    reactivate: open.length > 0 ? [] : [{ code: 'ORDER_NOT_CANCELLED' }],
  }
  for (const action of salesOrderActions) {
    const permission = permissionOf[action]
    if (!permissions.has(permission)) refusals[action] = [{ code: 'FORBIDDEN', params: { permission } }]
  }
  return refusals
}

function refusalsToGenerate({
  hasOpportunity,
  missing,
  generatesOpportunity,
  itemCount,
  serviceCount,
}: ActionState): Refusal[] {
  if (hasOpportunity) return missing > 0 ? [] : [nothingToGenerate]
  const refusals: Refusal[] = []
  if (!generatesOpportunity) refusals.push({ code: 'GENERATION_OFF', action: { kind: 'open_settings' } })
  if (itemCount > 0 && serviceCount === 0) refusals.push({ code: 'NO_SERVICE_ITEMS' })
  return refusals
}

function refusalsToInvoice(state: ActionState): Refusal[] {
  const ofOrder = state.status === 'cancelled' ? refusalsToKeepOrderOpen(state) : []
  return [...ofOrder, ...(state.unitsBillable === 0 ? [{ code: 'NOTHING_TO_INVOICE' as const }] : [])]
}

function refusalsToCancel({ id, number, unitsInvoiced }: ActionState): Refusal[] {
  if (unitsInvoiced === 0) return []
  const action = { kind: 'close_balance', id, number } as const
  return [{ code: 'ORDER_HAS_BILLED_UNITS', params: { count: unitsInvoiced }, action }]
}

const nothingToGenerate: Refusal = { code: 'NOTHING_TO_GENERATE' }
