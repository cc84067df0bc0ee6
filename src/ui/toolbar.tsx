import type { ReactNode } from 'react'

/** The line between tabs and table: filters at the left, view options at `end`. */
export function Toolbar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex min-h-10 flex-none flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-1 max-phone:min-h-14 max-phone:py-2">
      {children}
      {end && <div className="ml-auto flex items-center gap-1 max-phone:hidden">{end}</div>}
    </div>
  )
}
