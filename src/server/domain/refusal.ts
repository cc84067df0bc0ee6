import type { ErrorCode, Refusal, RefusalParams } from '@/contract/errors'

/** The one kind of failure that a verb or a question throws. `blockers` carries every reason, never only the first. */
export class DomainError extends Error {
  readonly blockers: readonly Refusal[]

  constructor(
    readonly code: ErrorCode,
    readonly params: RefusalParams = {},
    blockers?: readonly Refusal[],
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'DomainError'
    this.blockers = blockers ?? [{ code, params }]
  }
}

/** Throws one DomainError with all of `refusals`, named after the first; returns when there are none. */
export function refuse(refusals: readonly Refusal[]): void {
  const [first] = refusals
  if (first) throw new DomainError(first.code, first.params, refusals)
}
