import { DomainError } from '@/server/domain/refusal'

/** The refusal that `work` ends with. Fails the test when it succeeds, or fails for another reason. */
export async function rejectionOf(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof DomainError) return error
  throw error
}
