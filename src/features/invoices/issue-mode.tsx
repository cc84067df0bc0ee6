'use client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useBlockers } from '@/features/refusals/use-blockers'
import { Button } from '@/ui/button'
import { RadioCards } from '@/ui/radio-cards'
import type { InvoiceDraft, IssueSelection } from './issue-selection'

export type IssueModeProps = {
  draft: InvoiceDraft
  selection: IssueSelection
  onSelect: (selection: IssueSelection) => void
}

const mostReasons = 3

/** Part of what is concluded or everything, with all that stands against everything beside it (F1). */
export function IssueMode({ draft, selection, onSelect }: IssueModeProps) {
  const t = useTranslations('invoices.issue')
  const { issueAll } = draft.actions
  const billable = draft.items.reduce((sum, item) => sum + item.billable, 0)
  const missing = issueAll.reduce((sum, { params }) => sum + Number(params?.missing ?? 0), 0)
  const fullEffect =
    issueAll.length === 0 ? t('fullEffect') : missing > 0 ? t('fullMissing', { units: missing }) : t('fullBlocked')
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <RadioCards
        label={t('mode')}
        isLabelHidden
        layout="inline"
        value={selection.mode}
        onChange={(mode) => onSelect({ ...selection, mode })}
        options={[
          { value: 'partial', label: t('partial'), effect: t('partialEffect', { units: billable }) },
          { value: 'full', label: t('full'), effect: fullEffect, isDisabled: issueAll.length > 0 },
        ]}
      />
      {issueAll.length > 0 && <ReasonsAgainstAll draft={draft} />}
    </div>
  )
}

function ReasonsAgainstAll({ draft }: { draft: InvoiceDraft }) {
  const t = useTranslations('invoices.issue')
  const blockersOf = useBlockers({ isNewTab: true })
  const [showsAll, setShowsAll] = useState(false)
  const blockers = blockersOf(draft.actions.issueAll)
  const shown = showsAll ? blockers : blockers.slice(0, mostReasons)
  const rest = blockers.length - shown.length
  return (
    <section
      aria-label={t('whyNotAll')}
      className="min-w-0 flex-1 basis-[320px] border-l border-line pl-6 text-xs max-phone:basis-full max-phone:border-l-0 max-phone:pl-0"
    >
      <ul className="space-y-1">
        {shown.map(({ key, sentence, action }) => (
          <li key={key} className="flex items-start gap-1">
            <Lock aria-hidden strokeWidth={1.75} className="mt-px size-[14px] flex-none text-danger-tx" />
            <span className="[&_a]:text-accent">
              {sentence} {action}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="link" className="mt-1" onClick={() => setShowsAll(true)}>
          {t('moreReasons', { count: rest })}
        </Button>
      )}
    </section>
  )
}
