'use client'
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'

const panels = ['settings', 'status'] as const

export type OrderPanel = {
  shown: (typeof panels)[number] | null
  /** The number of the order whose status is shown. */
  order: number | null
  openSettings: () => void
  openStatus: (order: number) => void
  close: () => void
}

/** What is open over the order centre, as its URL says: shareable, and Back closes it. */
export function useOrderPanel(): OrderPanel {
  const [{ panel, order }, go] = useQueryStates({ panel: parseAsStringLiteral(panels), order: parseAsInteger })
  return {
    shown: panel,
    order,
    openSettings: () => void go({ panel: 'settings', order: null }, { history: 'push' }),
    openStatus: (number) => void go({ panel: 'status', order: number }, { history: 'push' }),
    close: () => void go({ panel: null, order: null }, { history: 'replace' }),
  }
}
