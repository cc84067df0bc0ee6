import type { LucideIcon } from 'lucide-react'
import { AppLink, type AppLinkProps } from './app-link'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style'
import { Kbd } from './kbd'

export type LinkButtonProps = AppLinkProps & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: LucideIcon
  shortcut?: string
}

/** Goes somewhere and looks like a button. */
export function LinkButton({
  variant = 'default',
  size = 'normal',
  icon: Icon,
  shortcut,
  children,
  className,
  ...rest
}: LinkButtonProps) {
  return (
    <AppLink className={buttonStyle(variant, size, className)} {...rest}>
      {Icon && <Icon aria-hidden strokeWidth={1.75} className={size === 'small' ? 'size-[14px]' : '-ml-0.5 size-4'} />}
      {children}
      {shortcut && <Kbd className="-mr-1 ml-0.5">{shortcut}</Kbd>}
    </AppLink>
  )
}
