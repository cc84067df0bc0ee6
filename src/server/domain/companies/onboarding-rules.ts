import type { CompanyFiscalField } from '@/contract/companies'

/** What is asked of a company before its first week of work. */
export type OnboardingState = {
  missing: readonly CompanyFiscalField[]
  serviceCount: number
  customerCount: number
  /** Active members and open invitations. */
  peopleCount: number
  /** Somebody changed the configuration of orders, or said that they looked at it. */
  hasSeenOrderSettings: boolean
  isDemonstration: boolean
}

/** One of the first steps; `missing` names what a step still wants, when it wants more than one thing. */
export type OnboardingStep = {
  id: 'demonstration' | 'company' | 'service' | 'customer' | 'people' | 'orderSettings'
  isDone: boolean
  missing: readonly CompanyFiscalField[]
}

/** The first steps in the order in which they are best taken. A demonstration is removed first: its data fills the others. */
export function onboardingSteps(state: OnboardingState, wasDemonstration: boolean): OnboardingStep[] {
  const step = (id: OnboardingStep['id'], isDone: boolean, missing: OnboardingStep['missing'] = []) => ({
    id,
    isDone,
    missing,
  })
  return [
    ...(wasDemonstration ? [step('demonstration', !state.isDemonstration)] : []),
    step('company', state.missing.length === 0, state.missing),
    step('service', state.serviceCount > 0),
    step('customer', state.customerCount > 0),
    step('people', state.peopleCount > 1),
    step('orderSettings', state.hasSeenOrderSettings),
  ]
}
