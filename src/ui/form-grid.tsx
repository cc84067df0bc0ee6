import type { ReactNode } from 'react'

/** Twelve columns; a field says its share with `className="col-span-3"`. One column up to 900 px. */
export function FormGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-12 items-start gap-x-4 gap-y-3 max-tablet:grid-cols-1 max-tablet:*:col-span-full">
      {children}
    </div>
  )
}
