import type { Refusal } from '@/contract/errors'

/** What is known before a contract is written. */
export type ContractFacts = {
  /** Which other contract has this code. */
  codeHolder: { id: string; description: string } | null
  /** False when a customer was chosen that is not there. */
  isCustomerKnown: boolean
}

/** Every reason against saving these fields. */
export function refusalsToSaveContract({ codeHolder, isCustomerKnown }: ContractFacts, code: string): Refusal[] {
  return [
    ...(codeHolder ? [codeTaken(code, codeHolder.description)] : []),
    ...(isCustomerKnown ? [] : [{ code: 'REFERENCE_NOT_FOUND' as const, field: 'customerId' }]),
  ]
}

function codeTaken(code: string, description: string): Refusal {
  return { code: 'CODE_TAKEN', params: { code, name: description || code }, field: 'code' }
}
