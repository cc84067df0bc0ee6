'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Refusal } from '@/contract/errors'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useBlockers } from '@/features/refusals/use-blockers'
import { BlockerList } from '@/ui/blocker-list'
import { Callout } from '@/ui/callout'
import { IssueItems } from './issue-items'
import { IssueMode } from './issue-mode'
import { IssueNotes } from './issue-notes'
import type { InvoiceDraft } from './issue-selection'
import type { IssueInvoiceState } from './use-issue-invoice'

/** The element in which the reasons against issuing stand. */
export const issueReasonsId = 'issue-invoice-reasons'

export type IssueInvoiceFormProps = { draft: InvoiceDraft; state: IssueInvoiceState }

/** What to bill, item by item, and the notes that come of it. */
export function IssueInvoiceForm({ draft, state }: IssueInvoiceFormProps) {
  const t = useTranslations('invoices.issue')
  const { selection, select, isRecomputing } = state
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLInputElement>('tbody input:enabled')?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={box} className="space-y-4">
      <RefusalBlockers title={t('refused')} refusal={state.refusal} />
      <IssueMode draft={draft} selection={selection} onSelect={select} />
      <IssueItems draft={draft} selection={selection} onSelect={select} isRecomputing={isRecomputing} />
      <Reasons draft={draft} />
      {draft.notes.length > 0 && (
        <IssueNotes draft={draft} selection={selection} onSelect={select} isRecomputing={isRecomputing} />
      )}
    </div>
  )
}

/** Why the selection cannot be issued: first what registers lack (F17), then the rest. */
function Reasons({ draft }: { draft: InvoiceDraft }) {
  const t = useTranslations('invoices.issue')
  const blockersOf = useBlockers({ isNewTab: true })
  const { missing, actions } = draft
  const others = actions.issue.filter(({ code }) => code !== 'FISCAL_DATA_MISSING')
  const isAllSaid = isSame(others, actions.issueAll)
  return (
    <div id={issueReasonsId} className="space-y-3 empty:hidden">
      {missing.length > 0 && (
        <Callout tone="danger" title={t('missing')}>
          <ul className="mt-1 space-y-0.5">
            {blockersOf(missing).map(({ key, sentence, action }) => (
              <li key={key}>
                {sentence} {action}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {others.length > 0 && !isAllSaid && <BlockerList title={t('blocked')} blockers={blockersOf(others)} />}
    </div>
  )
}

// What already stands beside "Faturar tudo" is not said twice.
function isSame(a: readonly Refusal[], b: readonly Refusal[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ code, itemId }, index) => b[index]?.code === code && b[index]?.itemId === itemId)
  )
}
