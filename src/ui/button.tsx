import type { LucideIcon } from 'lucide-react'
import { LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style'
import { classNames } from './class-names'
import { Kbd } from './kbd'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: LucideIcon
  iconEnd?: LucideIcon
  /** The key that does the same, shown on the button: `N`, `Ctrl+Enter`. */
  shortcut?: string
  /** Waiting for the answer: keeps its width and focus, ignores clicks. */
  isPending?: boolean
  isDisabled?: boolean
  /** Not allowed now: stays focusable, so that `aria-describedby` can give the reasons that stand beside it. */
  isBlocked?: boolean
  children: ReactNode
}

/** A button says a verb with its object or amount. */
export function Button({
  variant = 'default',
  size = 'normal',
  icon: Icon,
  iconEnd: IconEnd,
  shortcut,
  isPending = false,
  isDisabled = false,
  isBlocked = false,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const t = useTranslations('kit')
  return (
    <button
      type={type}
      disabled={isDisabled}
      aria-disabled={isBlocked || undefined}
      aria-busy={isPending || undefined}
      className={buttonStyle(variant, size, className)}
      onClick={(event) => {
        if (isPending || isBlocked) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
    >
      <span className={classNames('inline-flex items-center gap-1.5', isPending && 'opacity-0')}>
        {Icon && (
          <Icon aria-hidden strokeWidth={1.75} className={size === 'small' ? 'size-[14px]' : '-ml-0.5 size-4'} />
        )}
        {children}
        {IconEnd && <IconEnd aria-hidden strokeWidth={1.75} className="-mr-0.5 size-4" />}
        {shortcut && <Kbd className="-mr-1 ml-0.5">{shortcut}</Kbd>}
      </span>
      {isPending && (
        <span className="absolute inset-0 grid place-items-center">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          <span className="sr-only">{t('pending')}</span>
        </span>
      )}
    </button>
  )
}
