import { useTranslations } from 'next-intl'
import type { OpportunityStatus } from '@/contract/opportunities'
import { Badge, type Tone } from '@/ui/badge'
import type { Glyph } from '@/ui/status-glyph'

const looks: Record<OpportunityStatus, { tone: Tone; glyph: Glyph }> = {
  open: { tone: 'info', glyph: 'open' },
  won: { tone: 'ok', glyph: 'check' },
  lost: { tone: 'neutral', glyph: 'cross' },
}

/** Whether an opportunity is open, won or lost. */
export function OpportunityStatusBadge({ status }: { status: OpportunityStatus }) {
  const t = useTranslations('opportunities.statuses')
  return <Badge {...looks[status]}>{t(status)}</Badge>
}
