import type { Refusal } from '@/contract/errors'
import { wayOut } from '@/features/refusals/way-out'

/** The page of the one register in which everything is missing, or null when there are several to open (F17). */
export function registerOf(missing: readonly Refusal[]): string | null {
  const pages = new Set(missing.map(wayOut))
  const [page] = pages
  return pages.size === 1 && page ? page : null
}
