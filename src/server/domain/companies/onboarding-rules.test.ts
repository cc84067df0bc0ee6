import { expect, it } from 'vitest'
import { type OnboardingState, onboardingSteps } from './onboarding-rules'

const nothing: OnboardingState = {
  missing: ['taxId', 'municipalityCode'],
  serviceCount: 0,
  customerCount: 0,
  peopleCount: 1,
  hasSeenOrderSettings: false,
  isDemonstration: false,
}
const open = (state: OnboardingState, wasDemonstration = false) =>
  onboardingSteps(state, wasDemonstration).flatMap(({ id, isDone }) => (isDone ? [] : [id]))

it('begins with everything to do, and says what the company misses', () => {
  expect(open(nothing)).toEqual(['company', 'service', 'customer', 'people', 'orderSettings'])
  expect(onboardingSteps(nothing, false)[0]).toMatchObject({ id: 'company', missing: ['taxId', 'municipalityCode'] })
})

it('ends with nothing to do', () => {
  const all = { missing: [], serviceCount: 1, customerCount: 1, peopleCount: 2, hasSeenOrderSettings: true }
  expect(open({ ...all, isDemonstration: false })).toEqual([])
  expect(open({ ...all, isDemonstration: true }, true)).toEqual(['demonstration'])
})
