import type { Refusal } from '@/contract/errors'

/** The page of the one customer or service in which everything is missing, or null when there are several to open (F17). */
export function registerOf(missing: readonly Refusal[]): string | null {
  const pages = new Set(missing.map(({ action }) => pageOf(action)))
  const [page] = pages
  return pages.size === 1 && page ? page : null
}

function pageOf(action: Refusal['action']): string | null {
  if (action?.kind === 'open_customer' && action.number) return `/customers/${action.number}`
  if (action?.kind === 'open_service' && action.id) return `/services/${action.id}`
  return null
}
