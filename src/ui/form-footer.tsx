import type { ReactNode } from 'react'

export type FormFooterProps = {
  /** The option and the sentence of what will happen. */
  start?: ReactNode
  total?: { value: ReactNode; note?: ReactNode }
  /** Buttons, the main one last. */
  actions: ReactNode
}

/** The fixed foot of a form. The page body scrolls above it, so it never covers a focused field. */
export function FormFooter({ start, total, actions }: FormFooterProps) {
  return (
    <footer className="flex min-h-16 flex-none flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-surface px-4 py-3 max-tablet:sticky max-tablet:bottom-0 max-tablet:z-10">
      {start && <div className="flex min-w-0 flex-wrap items-center gap-x-6 gap-y-1">{start}</div>}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-x-6 gap-y-2">
        {total && (
          <div className="text-right">
            {total.note && <div className="text-xs text-ink-2">{total.note}</div>}
            <div className="text-lg leading-6 font-bold whitespace-nowrap">{total.value}</div>
          </div>
        )}
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
    </footer>
  )
}
