import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A key of the keyboard. On a filled button it takes the button's colour. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={classNames(
        'inline-block min-w-[18px] rounded-badge border border-current/40 px-1.25 text-center font-sans text-[11px] leading-4 font-normal whitespace-nowrap max-phone:hidden pointer-coarse:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
