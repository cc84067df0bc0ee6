import type { RefusalData } from '@/contract/errors'
import { BlockerList } from '@/ui/blocker-list'

/** Why the last gesture of a dialog was refused: every reason, or the one sentence when there are none. */
export function RefusalNotice({ refusal }: { refusal: RefusalData | null }) {
  if (!refusal) return null
  const reasons = refusal.blockers.length > 0 ? refusal.blockers : [refusal]
  return (
    <div role="alert">
      <BlockerList title={null} blockers={reasons.map(({ code, message }) => ({ key: code, sentence: message }))} />
    </div>
  )
}
