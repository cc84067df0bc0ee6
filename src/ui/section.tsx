import type { ReactNode } from 'react'

export type SectionProps = {
  title: ReactNode
  /** Quiet words after the title. */
  note?: ReactNode
  /** Right end of the title's line: a link, a button. */
  end?: ReactNode
  /** A table or list that reaches the frame. */
  isFlush?: boolean
  children: ReactNode
}

/** A framed part of a page with its own heading. */
export function Section({ title, note, end, isFlush = false, children }: SectionProps) {
  return (
    <section className="overflow-clip rounded-control border border-line bg-surface">
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 className="text-sm font-bold">{title}</h2>
        {note && <div className="text-xs text-ink-2">{note}</div>}
        {end && <div className="ml-auto flex items-center gap-2">{end}</div>}
      </header>
      <div className={isFlush ? '' : 'px-4 pt-3 pb-4'}>{children}</div>
    </section>
  )
}
