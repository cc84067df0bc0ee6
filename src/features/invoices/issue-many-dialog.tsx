'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { type Ref, useRef, useState } from 'react'
import { bulkIssueLimit } from '@/contract/invoices'
import { todayIn } from '@/lib/calendar-date'
import { formatAmount, formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { useShortcut } from '@/ui/shortcut-provider'
import { CompetenceSelect } from './competence-select'
import type { OrderToBill } from './invoice-list'
import { type BulkAnswers, IssueManyResult } from './issue-many-result'

export type IssueManyDialogProps = { orders: readonly OrderToBill[]; onClose: () => void }

/** "Faturar n pedidos": what goes in, then what became of each. */
export function IssueManyDialog({ orders, onClose }: IssueManyDialogProps) {
  const t = useTranslations('invoices.many')
  const kit = useTranslations('kit')
  const today = todayIn(useTimeZone() ?? 'America/Sao_Paulo')
  // The list behind is read again and loses what was billed; the window keeps what it was opened with.
  const [asked] = useState(orders)
  const lead = useRef<HTMLParagraphElement>(null)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [answers, setAnswers] = useState<BulkAnswers | null>(null)
  const issue = useCommand(useTRPC().invoices.issueMany, { onDone: setAnswers, onRefused: () => undefined })
  const count = asked.length
  const isTooMany = count > bulkIssueLimit
  const run = () => {
    if (answers || isTooMany) return
    const competenceMonth = month === today.slice(0, 7) ? undefined : month
    void issue.run({ ids: asked.map(({ id }) => id), competenceMonth })
  }
  useShortcut('mod+enter', run, { isInOverlay: true, isEnabled: answers === null })
  const done = answers?.filter(({ outcome }) => outcome === 'done').length ?? 0
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      initialFocus={lead}
      title={answers ? t('resultTitle', { done }) : t('title', { count })}
      description={answers ? t('resultLead', { refused: answers.length - done }) : undefined}
      footer={
        answers ? (
          <Button variant="primary" onClick={onClose}>
            {kit('close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{kit('cancel')}</Button>
            <Button
              variant="primary"
              shortcut="Ctrl+Enter"
              isPending={issue.isPending}
              isBlocked={isTooMany}
              onClick={run}
            >
              {t('confirm', { count })}
            </Button>
          </>
        )
      }
    >
      {answers ? (
        <IssueManyResult orders={asked} answers={answers} />
      ) : (
        <>
          {issue.refusal && (
            <div role="alert">
              <Callout tone="danger">{issue.refusal.message}</Callout>
            </div>
          )}
          {isTooMany && <Callout tone="warn">{t('tooMany', { limit: bulkIssueLimit })}</Callout>}
          <Question orders={asked} leadRef={lead} />
          <CompetenceSelect value={month} onChange={setMonth} />
        </>
      )}
    </Dialog>
  )
}

// The focus starts here: the only field stands below the whole list and would take the top of it out of sight.
function Question({ orders, leadRef }: { orders: readonly OrderToBill[]; leadRef: Ref<HTMLParagraphElement> }) {
  const t = useTranslations('invoices')
  const units = orders.reduce((sum, order) => sum + order.units, 0)
  const cents = orders.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0)
  const incomplete = orders.filter(({ missing }) => missing.length > 0).length
  return (
    <>
      <p ref={leadRef} tabIndex={-1} className="outline-none">
        {t('many.lead', { units })}
      </p>
      {incomplete > 0 && <Callout tone="warn">{t('many.skipped', { count: incomplete })}</Callout>}
      <div className="rounded-control border border-line">
        <table className="w-full">
          <caption className="sr-only">{t('many.caption')}</caption>
          <tbody className="divide-y divide-line">
            {orders.map((order) => (
              <tr key={order.id} className="h-9 [&>td]:px-3">
                <td className="text-ink-2">{order.number}</td>
                <td className="w-full font-medium">{order.customer.name}</td>
                <td className="text-right whitespace-nowrap">{t('toBill.unitCount', { units: order.units })}</td>
                <td className="text-right whitespace-nowrap">
                  {order.valueCents === null ? '' : formatAmount(order.valueCents)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-right font-bold">{formatCents(cents)}</p>
    </>
  )
}
