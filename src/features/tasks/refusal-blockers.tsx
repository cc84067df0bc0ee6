'use client'
import type { RefusalData } from '@/contract/errors'
import { useBlockers } from '@/features/listing/use-blockers'
import { BlockerList } from '@/ui/blocker-list'
import { Callout } from '@/ui/callout'

/** Why the last gesture of a dialog was refused: every reason with its way out, or the one sentence when there are none. */
export function RefusalBlockers({ refusal }: { refusal: RefusalData | null }) {
  const blockersOf = useBlockers()
  if (!refusal) return null
  return (
    <div role="alert">
      {refusal.blockers.length > 0 ? (
        <BlockerList title={null} blockers={blockersOf(refusal.blockers)} />
      ) : (
        <Callout tone="danger">{refusal.message}</Callout>
      )}
    </div>
  )
}
