import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type EmptyStateProps = { icon?: LucideIcon; title: string; hint?: ReactNode; action?: ReactNode }

/** Nothing here yet: a sentence and the way on. */
export function EmptyState({ icon: Icon, title, hint, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-12 text-center">
      {Icon && <Icon aria-hidden strokeWidth={1.5} className="size-6 text-ink-3" />}
      <p className="text-sm font-bold">{title}</p>
      {hint && <p className="max-w-[56ch] text-ink-2">{hint}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
