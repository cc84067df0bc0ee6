import { classNames } from './class-names'

export type ButtonVariant = 'primary' | 'default' | 'ghost' | 'link' | 'danger'
export type ButtonSize = 'normal' | 'small'

const base =
  'relative inline-flex items-center justify-center gap-1.5 rounded-control border whitespace-nowrap no-underline hover:no-underline disabled:border-line disabled:bg-sunken disabled:text-ink-3 aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3'
const bySize: Record<ButtonSize, string> = {
  normal: 'h-(--control) px-3',
  small: 'h-(--control-small) px-2 text-xs max-phone:px-3 max-phone:text-table',
}
const byVariant: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent font-medium text-on-accent hover:border-accent-hover hover:bg-accent-hover hover:text-on-accent',
  default: 'border-control bg-surface font-medium text-ink hover:bg-sunken hover:text-ink',
  ghost: 'border-transparent bg-transparent px-2 text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border-current bg-surface font-medium text-danger-tx hover:bg-danger-bg hover:text-danger-tx',
  link: '',
}
const link =
  'relative inline-flex items-center gap-1 rounded-badge font-medium text-accent underline underline-offset-2 hover:text-accent-hover disabled:text-ink-3 aria-disabled:text-ink-3'

/** The look of buttons and of links that look like buttons. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return variant === 'link'
    ? classNames(link, className)
    : classNames(base, bySize[size], byVariant[variant], className)
}
