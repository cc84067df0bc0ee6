import { meaningOfFailure } from '@/server/db/constraint-errors'
import { DomainError } from './refusal'

/** The refusal that a failure of the database stands for, with the failure as its cause; null when it is a fault of ours. */
export function domainErrorOf(error: unknown): DomainError | null {
  const meaning = meaningOfFailure(error)
  return meaning && new DomainError(meaning.code, meaning.params, undefined, { cause: error })
}
