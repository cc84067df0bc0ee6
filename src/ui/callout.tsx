import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type CalloutTone = 'info' | 'warn' | 'danger' | 'ok'

const look: Record<CalloutTone, { icon: LucideIcon; style: string }> = {
  info: { icon: Info, style: 'border-info-fg/28 bg-info-bg text-info-fg' },
  warn: { icon: TriangleAlert, style: 'border-warn-fg/32 bg-warn-bg text-warn-fg' },
  danger: { icon: CircleAlert, style: 'border-danger-fg/36 bg-danger-bg text-danger-fg' },
  ok: { icon: CircleCheck, style: 'border-ok-fg/30 bg-ok-bg text-ok-fg' },
}

export type CalloutProps = {
  tone: CalloutTone
  icon?: LucideIcon
  title?: ReactNode
  /** Buttons or links at the right end. */
  end?: ReactNode
  children?: ReactNode
}

/** A notice that stays on the page, with icon and words. */
export function Callout({ tone, icon, title, end, children }: CalloutProps) {
  const Icon = icon ?? look[tone].icon
  return (
    <div
      className={classNames(
        'flex items-start gap-2 rounded-control border px-3 py-2 max-phone:flex-wrap',
        look[tone].style,
      )}
    >
      <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 flex-none" />
      <div className="min-w-0 flex-1 max-phone:basis-[calc(100%-24px)]">
        {title && <p className="font-bold">{title}</p>}
        {children}
      </div>
      {end && <div className="flex flex-none flex-wrap items-center gap-3 max-phone:ml-6">{end}</div>}
    </div>
  )
}
