import { useTranslations } from 'next-intl'
import type { ShownQuoteStatus } from '@/contract/quotes'
import { Badge, type Tone } from '@/ui/badge'
import type { Glyph } from '@/ui/status-glyph'

const looks: Record<ShownQuoteStatus, { tone: Tone; glyph: Glyph }> = {
  draft: { tone: 'neutral', glyph: 'open' },
  sent: { tone: 'info', glyph: 'arrow' },
  approved: { tone: 'ok', glyph: 'check' },
  converted: { tone: 'ok', glyph: 'swap' },
  lost: { tone: 'neutral', glyph: 'cross' },
  expired: { tone: 'warn', glyph: 'clock' },
}

/** The status of a quote; one past its date is expired. */
export function QuoteStatusBadge({ status }: { status: ShownQuoteStatus }) {
  const t = useTranslations('quotes.statuses')
  return <Badge {...looks[status]}>{t(status)}</Badge>
}
