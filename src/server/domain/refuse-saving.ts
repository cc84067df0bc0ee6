import type { ErrorCode, Refusal } from '@/contract/errors'
import { DomainError, refuse } from './refusal'

const duplicates: readonly ErrorCode[] = ['TAX_ID_TAKEN', 'CODE_TAKEN', 'NAME_TAKEN']

/** As `refuse`, but a value that another record has is ALREADY_EXISTS to the caller, as when the database finds it first. */
export function refuseSaving(refusals: readonly Refusal[]): void {
  if (refusals.some(({ code }) => duplicates.includes(code))) throw new DomainError('ALREADY_EXISTS', {}, refusals)
  refuse(refusals)
}
