'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RefusalData } from '@/contract/errors'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { draftInputOf, emptySelection, type InvoiceDraft, type IssueSelection, issueInputOf } from './issue-selection'
import type { SentNote } from './sent-notes'

export type IssueInvoiceState = {
  draft: InvoiceDraft | undefined
  /** The amounts on the screen are still those of the former selection. */
  isRecomputing: boolean
  error: unknown
  retry: () => void
  selection: IssueSelection
  select: (selection: IssueSelection) => void
  /** Nothing stands against issuing what is shown. */
  canIssue: boolean
  isIssuing: boolean
  refusal: RefusalData | null
  issue: () => void
  /** The notes that were made; null before. */
  sent: readonly SentNote[] | null
}

/** One gesture of billing: what is asked for, what the server says it makes, and the command that makes it. */
export function useIssueInvoice(orderNumber: number): IssueInvoiceState {
  const trpc = useTRPC()
  const [selection, setSelection] = useState(emptySelection)
  const [sent, setSent] = useState<readonly SentNote[] | null>(null)
  const { data, isPlaceholderData, error, refetch } = useQuery({
    ...trpc.invoices.draft.queryOptions(draftInputOf(orderNumber, selection)),
    enabled: sent === null,
    placeholderData: keepPreviousData,
    // A register completed in another tab counts as soon as this one is seen again (F17).
    staleTime: 0,
  })
  const command = useCommand(trpc.invoices.issue, {
    onDone: ({ invoices }) => setSent(invoices),
    onRefused: () => void refetch(),
  })
  const hasEmptyText = data?.notes.some(({ key }) => selection.texts[key]?.trim() === '') ?? false
  const canIssue = data !== undefined && !isPlaceholderData && !hasEmptyText && data.actions.issue.length === 0
  return {
    draft: data,
    isRecomputing: isPlaceholderData,
    error,
    retry: () => void refetch(),
    selection,
    select: (next) => {
      if (command.refusal) command.reset()
      setSelection(next)
    },
    canIssue,
    isIssuing: command.isPending,
    refusal: command.refusal,
    issue: () => {
      if (canIssue && sent === null) void command.run(issueInputOf(data, selection))
    },
    sent,
  }
}
