import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** A part of a form that opens and closes under its heading; `note` sums it up. */
export function Fold({
  title,
  note,
  isOpenAtFirst = false,
  children,
}: {
  title: string
  note?: ReactNode
  isOpenAtFirst?: boolean
  children: ReactNode
}) {
  return (
    <details open={isOpenAtFirst} className="group border-t border-line py-3">
      <summary className="flex list-none items-center gap-2 text-sm font-bold [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="size-4 -rotate-90 text-ink-2 group-open:rotate-0" />
        {title}
        {note && <span className="ml-auto text-xs font-normal text-ink-2">{note}</span>}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}
