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
    <footer className="flex min-h-16 flex-none flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-surface px-4 py-3 phone:max-tablet:sticky phone:max-tablet:bottom-0 phone:max-tablet:z-10 max-phone:contents">
      {start && (
        <div className="flex min-w-0 flex-wrap items-center gap-x-6 gap-y-1 max-phone:border-t max-phone:border-line max-phone:px-4 max-phone:py-3">
          {start}
        </div>
      )}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-x-6 gap-y-2 max-phone:sticky max-phone:bottom-0 max-phone:z-10 max-phone:w-full max-phone:border-t max-phone:border-line max-phone:bg-surface max-phone:px-4 max-phone:py-2">
        {total && (
          <div className="text-right max-phone:flex max-phone:w-full max-phone:items-baseline max-phone:justify-between">
            {total.note && <div className="text-xs text-ink-2">{total.note}</div>}
            <div className="text-lg leading-6 font-bold whitespace-nowrap">{total.value}</div>
          </div>
        )}
        <div className="flex flex-wrap gap-2 max-phone:w-full max-phone:*:flex-1">{actions}</div>
      </div>
    </footer>
  )
}
