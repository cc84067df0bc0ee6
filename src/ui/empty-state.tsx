import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type EmptyStateProps = {
  icon?: LucideIcon
  title: string
  hint?: ReactNode
  action?: ReactNode
  /** Where this is all that the page has: its title is the page's heading. */
  isPageTitle?: boolean
}

/** Nothing here yet: a sentence and the way on. */
export function EmptyState({ icon: Icon, title, hint, action, isPageTitle = false }: EmptyStateProps) {
  const Title = isPageTitle ? 'h1' : 'p'
  return (
    <div className="grid justify-items-center gap-2 px-4 py-12 text-center">
      {Icon && <Icon aria-hidden strokeWidth={1.5} className="size-6 text-ink-3" />}
      <Title className="text-sm font-bold">{title}</Title>
      {hint && <p className="max-w-[56ch] text-ink-2">{hint}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
