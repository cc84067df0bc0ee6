import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export type Blocker = {
  key: string
  /** The whole sentence: "Item 1: faltam 6 tarefas (nº 10 a 15)." */
  sentence: ReactNode
  /** Who or what resolves it: a TextLink or a link Button. */
  action?: ReactNode
}

export type BlockerListProps = {
  blockers: readonly Blocker[]
  /** "Por que não posso faturar?"; null leaves the heading out. */
  title?: string | null
  id?: string
}

/** Why something cannot be done now, each reason with its way out. Tie it to the button with `aria-describedby`. */
export function BlockerList({ blockers, title, id }: BlockerListProps) {
  const t = useTranslations('kit.blockers')
  if (blockers.length === 0) return null
  return (
    <div id={id}>
      {title !== null && <h3 className="mb-1 font-bold">{title ?? t('title')}</h3>}
      <ul className="divide-y divide-line border-b border-line">
        {blockers.map((blocker) => (
          <li key={blocker.key} className="flex min-h-8 flex-wrap items-center gap-x-2 py-1">
            <Lock aria-hidden strokeWidth={1.75} className="size-4 flex-none text-ink-3" />
            <span className="min-w-0 flex-1">{blocker.sentence}</span>
            {blocker.action && <span className="max-phone:ml-6 max-phone:basis-full">{blocker.action}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
