'use client'
import { ArrowRightLeft, Ban, Check, Copy, FolderOpen, RotateCcw, Send } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Refusal } from '@/contract/errors'
import type { QuoteAction, QuoteStatus } from '@/contract/quotes'
import { useMenuBlock } from '@/features/refusals/use-menu-block'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { MenuEntry } from '@/ui/menu'
import { ConvertQuoteDialog } from './convert-quote-dialog'
import { LoseQuoteDialog } from './lose-quote-dialog'

export type QuoteRef = {
  id: string
  number: number
  status: QuoteStatus
  salesOrderNumber: number | null
  actions: Record<QuoteAction, Refusal[]>
}

type Asking = { about: 'convert' | 'lose'; quote: QuoteRef }

/** What can be done with a quote, for its row and its page. A converted one leads to its order and nothing else. */
export function useQuoteActions() {
  const t = useTranslations('quotes.actions')
  const trpc = useTRPC()
  const router = useRouter()
  const blockOf = useMenuBlock()
  const [asking, setAsking] = useState<Asking | null>(null)
  const send = useCommand(trpc.quotes.send, { doneMessage: t('sent') })
  const approve = useCommand(trpc.quotes.approve, { doneMessage: t('approved') })
  const reopen = useCommand(trpc.quotes.reopen, { doneMessage: t('reopened') })
  const duplicate = useCommand(trpc.quotes.duplicate, {
    doneMessage: ({ number }) => t('duplicated', { number: `${number}` }),
    onDone: ({ number }) => router.push(`/quotes/${number}` as Route),
  })
  const isPending = send.isPending || approve.isPending || reopen.isPending

  function stepsOf(quote: QuoteRef): MenuEntry[] {
    const quoteId = quote.id
    const { actions, status } = quote
    const again = {
      label: t('duplicate'),
      icon: Copy,
      onSelect: () => void duplicate.run({ quoteId }),
      ...blockOf(actions.duplicate),
    }
    if (status === 'converted') return [again]
    const steps = [
      { action: 'send' as const, icon: Send, onSelect: () => void send.run({ quoteId }) },
      { action: 'approve' as const, icon: Check, onSelect: () => void approve.run({ quoteId }) },
      { action: 'reopen' as const, icon: RotateCcw, onSelect: () => void reopen.run({ quoteId }) },
    ]
    return [
      {
        label: t('convert'),
        icon: ArrowRightLeft,
        onSelect: () => setAsking({ about: 'convert', quote }),
        ...blockOf(actions.convert),
      },
      ...steps
        .filter(({ action }) => actions[action].length === 0)
        .map(({ action, ...step }) => ({ ...step, label: t(action) })),
      again,
      ...(actions.lose.length === 0
        ? [
            { separator: true as const },
            { label: t('lose'), icon: Ban, isDanger: true, onSelect: () => setAsking({ about: 'lose', quote }) },
          ]
        : []),
    ]
  }
  function actionsOf(quote: QuoteRef): MenuEntry[] {
    const { number, salesOrderNumber } = quote
    return [
      { label: t('open'), icon: FolderOpen, href: `/quotes/${number}` },
      ...(salesOrderNumber === null
        ? []
        : [
            {
              label: t('openOrder', { number: `${salesOrderNumber}` }),
              icon: FolderOpen,
              href: `/sales-orders/${salesOrderNumber}`,
            },
          ]),
      ...stepsOf(quote),
    ]
  }
  const close = () => setAsking(null)
  return {
    actionsOf,
    stepsOf,
    isPending,
    send: (quoteId: string) => void send.run({ quoteId }),
    approve: (quoteId: string) => void approve.run({ quoteId }),
    askToConvert: (quote: QuoteRef) => setAsking({ about: 'convert', quote }),
    dialog:
      asking?.about === 'convert' ? (
        <ConvertQuoteDialog number={asking.quote.number} onClose={close} />
      ) : (
        asking && <LoseQuoteDialog quote={asking.quote} onClose={close} />
      ),
  }
}
