'use client'
import { Ban, CircleCheck, ClipboardList, FolderOpen, ListChecks, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Refusal } from '@/contract/errors'
import type { OpportunityAction } from '@/contract/opportunities'
import { useMenuBlock } from '@/features/refusals/use-menu-block'
import type { MenuEntry } from '@/ui/menu'
import { DeleteOpportunityDialog } from './delete-opportunity-dialog'
import { EditOpportunityDialog } from './edit-opportunity-dialog'
import { LoseOpportunityDialog } from './lose-opportunity-dialog'
import { ReopenOpportunityDialog } from './reopen-opportunity-dialog'
import { WinOpportunityDialog } from './win-opportunity-dialog'

/** What the gestures need of an opportunity. */
export type OpportunityRef = {
  id: string
  number: number
  title: string
  status: string
  orderNumber: number | null
  tasksConcluded: number
  tasksGenerated: number
  actions: Record<OpportunityAction, Refusal[]>
}

type Question = 'edit' | 'win' | 'lose' | 'reopen' | 'delete'

/** The gestures on an opportunity, as a ⋯ menu and as dialogs; what is not allowed now says why. */
export function useOpportunityMenu(onDeleted?: () => void) {
  const t = useTranslations('opportunities.menu')
  const blockOf = useMenuBlock()
  const [asking, setAsking] = useState<{ question: Question; about: OpportunityRef } | null>(null)
  const ask = (question: Question, about: OpportunityRef) => setAsking({ question, about })

  function gesturesOf(about: OpportunityRef): MenuEntry[] {
    const entry = (question: Question, action: OpportunityAction, icon: typeof Ban): MenuEntry => ({
      label: t(question),
      icon,
      isDanger: question === 'delete',
      ...blockOf(about.actions[action]),
      onSelect: () => ask(question, about),
    })
    return [
      entry('edit', 'update', Pencil),
      ...(about.status === 'open'
        ? [entry('win', 'win', CircleCheck), entry('lose', 'lose', Ban)]
        : [entry('reopen', 'reopen', RotateCcw)]),
      { separator: true },
      entry('delete', 'delete', Trash2),
    ]
  }

  function entriesOf(about: OpportunityRef): MenuEntry[] {
    const { number, orderNumber } = about
    return [
      { label: t('open'), icon: FolderOpen, href: `/opportunities/${number}` },
      { label: t('tasks'), icon: ListChecks, href: `/opportunities/${number}?tab=tasks` },
      ...(orderNumber === null
        ? []
        : [{ label: t('order'), icon: ClipboardList, href: `/sales-orders/${orderNumber}`, isNewTab: true }]),
      { separator: true },
      ...gesturesOf(about),
    ]
  }

  const dialogs: ReactNode = asking && (
    <Asked
      {...asking}
      onClose={() => setAsking(null)}
      onDeleted={() => {
        setAsking(null)
        onDeleted?.()
      }}
    />
  )
  return { entriesOf, gesturesOf, ask, dialogs }
}

type AskedProps = { question: Question; about: OpportunityRef; onClose: () => void; onDeleted: () => void }

function Asked({ question, about, onClose, onDeleted }: AskedProps) {
  if (question === 'edit') return <EditOpportunityDialog number={about.number} onClose={onClose} />
  if (question === 'win') return <WinOpportunityDialog opportunity={about} onClose={onClose} />
  if (question === 'lose') return <LoseOpportunityDialog opportunity={about} onClose={onClose} />
  if (question === 'reopen') return <ReopenOpportunityDialog opportunity={about} onClose={onClose} />
  return <DeleteOpportunityDialog opportunity={about} onClose={onClose} onDeleted={onDeleted} />
}
