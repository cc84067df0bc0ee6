import type { Refusal } from '@/contract/errors'
import { refusalsToKeepOrderOpen } from './item-rules'
import type { GenerationState } from './load-generation-states'
import { refusalsToSize } from './rules'

/** Whether late generation would change nothing: the second call is a success that answers what exists (G3). */
export function hasEverything({
  hasOpportunity,
  missing,
}: Pick<GenerationState, 'hasOpportunity' | 'missing'>): boolean {
  return hasOpportunity && missing === 0
}

/** Why an order cannot be given its opportunity and tasks later (2.4); the defaults of the settings are asked apart. */
export function refusalsToGenerateLate(state: GenerationState): Refusal[] {
  const isOff = !state.settings.generatesOpportunity && !state.hasOpportunity
  return [
    ...refusalsToKeepOrderOpen(state),
    ...(isOff ? [{ code: 'GENERATION_OFF' as const, action: { kind: 'open_settings' as const } }] : []),
    ...(state.itemCount > 0 && state.serviceCount === 0 ? [{ code: 'NO_SERVICE_ITEMS' as const }] : []),
    ...(state.missing > 0 ? refusalsToSize(state.items, state.settings) : []),
  ]
}
