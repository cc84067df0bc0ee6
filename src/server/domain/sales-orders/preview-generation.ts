import type { Refusal } from '@/contract/errors'
import type { PreviewGeneration } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { loadOrderBasis, refusalsOfDefaults } from '../opportunities/order-basis'
import { refusalsToReconcile } from '../tasks/reconcile-units'
import { hasEverything, refusalsToGenerateLate } from './generation-rules'
import { type GenerationState, loadGenerationStates } from './load-generation-states'

/** What late generation would do to each of the orders, and in all (2.4, G12). Orders that are not there are not named. */
export async function previewGeneration(ctx: Ctx, { salesOrderIds }: PreviewGeneration) {
  authorize(ctx, 'opportunities.generate')
  const states = await loadGenerationStates(ctx, salesOrderIds)
  const ofDefaults = await refusalsOfSettings(ctx, states)
  const orders = states.map((state) => {
    const refusals = hasEverything(state) ? [] : [...refusalsToGenerateLate(state), ...ofDefaults]
    const outcome = hasEverything(state) ? 'already_has' : refusals.length > 0 ? 'refused' : 'ready'
    return {
      salesOrderId: state.id,
      number: state.number,
      customerName: state.customerName,
      outcome: outcome as 'already_has' | 'refused' | 'ready',
      isWithoutItems: state.itemCount === 0,
      opportunities: outcome === 'ready' && !state.hasOpportunity ? 1 : 0,
      tasks: outcome === 'ready' ? state.missing : 0,
      refusals,
    }
  })
  const count = (of: 'already_has' | 'refused' | 'ready') => orders.filter(({ outcome }) => outcome === of).length
  return {
    orders,
    totals: {
      ready: count('ready'),
      alreadyHave: count('already_has'),
      refused: count('refused'),
      withoutItems: orders.filter(({ isWithoutItems }) => isWithoutItems).length,
      opportunities: orders.reduce((sum, { opportunities }) => sum + opportunities, 0),
      tasks: orders.reduce((sum, { tasks }) => sum + tasks, 0),
    },
  }
}

// The defaults are the company's: what is wrong with them is asked once, of the first order that would take them.
async function refusalsOfSettings(ctx: Ctx, states: readonly GenerationState[]): Promise<Refusal[]> {
  const first = states.find((state) => !hasEverything(state))
  if (!first) return []
  const ofOpportunity = first.hasOpportunity ? [] : refusalsOfDefaults(await loadOrderBasis(ctx, first.id))
  const ofTasks = await refusalsToReconcile(ctx, first.id)
  return [...ofOpportunity, ...ofTasks.filter(({ code }) => code === 'SETTINGS_INCOMPLETE')]
}
