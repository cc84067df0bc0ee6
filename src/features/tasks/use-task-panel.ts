'use client'
import { usePathname, useSearchParams } from 'next/navigation'

export type TaskPanelAddress = {
  /** The task that the address shows. */
  taskId: string | null
  hrefOf: (taskId: string) => string
  open: (taskId: string) => void
  close: () => void
}

/** The task shown over any screen, as `?task=` of its address says: shareable, and Back closes it. */
export function useTaskPanel(): TaskPanelAddress {
  const pathname = usePathname()
  const params = useSearchParams()
  function hrefWith(taskId: string | null): string {
    const next = new URLSearchParams(params)
    if (taskId === null) next.delete('task')
    else next.set('task', taskId)
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }
  return {
    taskId: params.get('task'),
    hrefOf: hrefWith,
    open: (taskId) => window.history.pushState(null, '', hrefWith(taskId)),
    // Going back after closing must not open it again.
    close: () => window.history.replaceState(null, '', hrefWith(null)),
  }
}
