import type { ReactNode } from 'react'

/** The scrolling part of a record or form page, on the canvas; sections stand 12 px apart. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    <div className="ui-page-body min-h-0 flex-1 space-y-3 overflow-auto bg-canvas p-4 max-phone:p-3">{children}</div>
  )
}
