import { TRPCClientError } from '@trpc/client'
import type { RefusalData } from '@/contract/errors'

/** What the server answered to a failed call, or null when no answer came (network, time-out, a proxy's page). */
export function refusalOf(error: unknown): RefusalData | null {
  if (!(error instanceof TRPCClientError)) return null
  const data: unknown = error.data
  return hasRefusal(data) ? data.refusal : null
}

/** Whether the effect of the call is unknown, so that the same command id must be sent again. */
export function isUnknownOutcome(error: unknown): boolean {
  const code = refusalOf(error)?.code
  return code === undefined ? !hasAnswer(error) : code === 'BUSY' || code === 'UNAVAILABLE'
}

function hasAnswer(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data !== undefined && error.data !== null
}

function hasRefusal(data: unknown): data is { refusal: RefusalData } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'refusal' in data &&
    typeof data.refusal === 'object' &&
    data.refusal !== null
  )
}
