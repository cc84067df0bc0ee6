import { Ellipsis, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Only these two signs go without a word on them. */
  icon: 'close' | 'more'
  /** What the button does, for those who do not see the sign. */
  label: string
}

const icons = { close: X, more: Ellipsis }

/** The × and ⋯ buttons. Every other button carries its word. */
export function IconButton({ icon, label, className, type = 'button', ...rest }: IconButtonProps) {
  const Icon = icons[icon]
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-grid size-7 flex-none place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-40 pointer-coarse:size-11',
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-4" />
    </button>
  )
}
