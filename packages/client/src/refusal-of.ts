import { TRPCClientError } from '@trpc/client'
import type { refusal } from './contract.js'

/** A stable code, a Portuguese sentence, and every blocker with what resolves it. */
export type Refusal = typeof refusal

/** Why a call was refused, or null when no answer came: then the same command may be sent again. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null
  const data: unknown = error.data
  return isRefused(data) ? data.refusal : null
}

function isRefused(data: unknown): data is { refusal: Refusal } {
  return typeof data === 'object' && data !== null && 'refusal' in data && typeof data.refusal === 'object'
}
