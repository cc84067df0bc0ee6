'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useDeferredValue } from 'react'
import type { z } from 'zod'
import { readListing } from '@/contract/listing'

type ListingSchema = z.ZodObject<Record<string, z.ZodType>>
type Change = Record<string, string | number | undefined>

export type Listing<Input> = {
  /** What the URL asks for. While new rows are on their way it is still the former question, so that old rows stay. */
  input: Input
  /** The same as of this moment: what a choice among several adds to. */
  asked: Input
  isUpdating: boolean
  /** The address of the same list with something changed; it starts at the first page again unless a cursor is given. */
  hrefOf: (change: Change) => string
  /** Goes there; `replace` leaves no step to go back to, for what is still being typed. */
  change: (change: Change, history?: 'push' | 'replace') => void
  /** Filters off, order and view kept. */
  clear: () => void
}

/** The filters, order and page of a list, which live in the URL. `filters` names what "clear" takes off. */
export function useListing<Schema extends ListingSchema>(
  schema: Schema,
  filters: readonly string[] = ['q'],
): Listing<z.output<Schema>> {
  const pathname = usePathname()
  const current = useSearchParams().toString()
  const shown = useDeferredValue(current)

  function hrefOf(change: Change): string {
    const params = new URLSearchParams(current)
    params.delete('cursor')
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '') params.delete(name)
      else params.set(name, String(value))
    }
    return params.size > 0 ? `${pathname}?${params}` : pathname
  }
  function change(wanted: Change, history: 'push' | 'replace' = 'push') {
    if (history === 'push') window.history.pushState(null, '', hrefOf(wanted))
    else window.history.replaceState(null, '', hrefOf(wanted))
  }
  return {
    input: readListing(schema, Object.fromEntries(new URLSearchParams(shown))),
    asked: readListing(schema, Object.fromEntries(new URLSearchParams(current))),
    isUpdating: shown !== current,
    hrefOf,
    change,
    clear: () => change(Object.fromEntries(filters.map((name) => [name, undefined]))),
  }
}
