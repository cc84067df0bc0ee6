'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { CompetenceSelect } from './competence-select'
import { formatMonth } from './fiscal-format'
import type { InvoiceDraft, IssueSelection } from './issue-selection'

export type IssueCompetenceProps = {
  draft: InvoiceDraft
  selection: IssueSelection
  onSelect: (selection: IssueSelection) => void
}

/** The month of the notes: said in a line, chosen where units were concluded in another one (F16). */
export function IssueCompetence({ draft, selection, onSelect }: IssueCompetenceProps) {
  const t = useTranslations('invoices.competence')
  const [isOpen, setIsOpen] = useState(false)
  const { month, months, differs } = draft.competence
  if (!isOpen && !differs && selection.competenceMonth === undefined) {
    return (
      <p className="text-ink-2">
        {t('text', { month: formatMonth(month) })} ·{' '}
        <Button variant="link" onClick={() => setIsOpen(true)}>
          {t('change')}
        </Button>
      </p>
    )
  }
  const others = months.filter((worked) => worked !== month)
  return (
    <div className="mt-1 basis-full space-y-2">
      {differs && (
        <Callout tone="warn">
          {t('differs', {
            months: others.length,
            list: others.map(formatMonth).join(', '),
            chosen: formatMonth(month),
          })}
        </Callout>
      )}
      <CompetenceSelect
        value={month}
        others={months}
        onChange={(competenceMonth) => onSelect({ ...selection, competenceMonth })}
      />
    </div>
  )
}
