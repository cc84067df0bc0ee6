'use client'
import type { RefusalData } from '@/contract/errors'
import { Callout } from '@/ui/callout'
import { useBillingBlockers } from './use-billing-blockers'

/** What the server refused, every reason with its way out. */
export function DialogRefusal({
  title,
  refusal,
  orderId,
}: {
  title: string
  refusal: RefusalData | null
  orderId?: string
}) {
  const blockersOf = useBillingBlockers()
  if (!refusal) return null
  const reasons = refusal.blockers.length > 0 ? refusal.blockers : [refusal]
  return (
    <div role="alert">
      <Callout tone="danger" title={title}>
        <ul>
          {blockersOf(reasons, orderId).map(({ key, sentence, action }) => (
            <li key={key}>
              {sentence} {action}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
