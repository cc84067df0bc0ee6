'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useBlockers } from '@/features/refusals/use-blockers'
import type { AppRouter } from '@/server/api/root'
import { Flag } from '@/ui/flag'
import type { OrderToBill } from './invoice-list'
import { SentNoteLine } from './sent-note-line'

export type BulkAnswers = inferRouterOutputs<AppRouter>['invoices']['issueMany']
type BulkAnswer = BulkAnswers[number]

/** What became of each order: its notes on their way, or every reason against them with its way out. */
export function IssueManyResult({ orders, answers }: { orders: readonly OrderToBill[]; answers: BulkAnswers }) {
  const t = useTranslations('invoices')
  return (
    <ul className="divide-y divide-line rounded-control border border-line">
      {orders.map((order) => {
        const answer = answers.find(({ id }) => id === order.id)
        return (
          <li key={order.id} className="space-y-2 px-4 py-3">
            <p>
              <b>{order.customer.name}</b>{' '}
              <span className="text-ink-2">{t('name.order', { number: order.number })}</span>
            </p>
            {answer && <Outcome answer={answer} />}
          </li>
        )
      })}
    </ul>
  )
}

function Outcome({ answer }: { answer: BulkAnswer }) {
  const t = useTranslations('invoices.many')
  const blockersOf = useBlockers({ isNewTab: true })
  if (answer.outcome === 'done') {
    return answer.result.invoices.map((note) => <SentNoteLine key={note.id} note={note} />)
  }
  const { refusal } = answer
  return (
    <>
      <Flag tone="danger" glyph="bang">
        {t('refused')}
      </Flag>
      <ul>
        {blockersOf(refusal.blockers.length > 0 ? refusal.blockers : [refusal]).map(({ key, sentence, action }) => (
          <li key={key} className="[&_a]:text-accent">
            {sentence} {action}
          </li>
        ))}
      </ul>
    </>
  )
}
