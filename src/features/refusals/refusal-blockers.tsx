'use client'
import type { RefusalData } from '@/contract/errors'
import { Callout } from '@/ui/callout'
import { useBlockers } from './use-blockers'

export type RefusalBlockersProps = {
  refusal: RefusalData | null
  /** What did not happen: "A nota não foi emitida. Nada mudou." */
  title?: string
}

/** Why the last gesture was refused: every reason with its way out, or the one sentence when there are none. */
export function RefusalBlockers({ refusal, title }: RefusalBlockersProps) {
  const blockersOf = useBlockers({ isNewTab: true })
  if (!refusal) return null
  const reasons = refusal.blockers.length > 0 ? refusal.blockers : [refusal]
  return (
    <div role="alert">
      <Callout tone="danger" title={title}>
        <ul>
          {blockersOf(reasons).map(({ key, sentence, action }) => (
            <li key={key}>
              {sentence} {action}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
