import { useTranslations } from 'next-intl'
import type { InvoiceStatus } from '@/contract/invoices'
import { Badge, type Tone } from '@/ui/badge'
import type { Glyph } from '@/ui/status-glyph'

const looks: Record<InvoiceStatus, { tone: Tone; glyph: Glyph }> = {
  draft: { tone: 'neutral', glyph: 'open' },
  processing: { tone: 'info', glyph: 'dashed' },
  authorised: { tone: 'ok', glyph: 'check' },
  rejected: { tone: 'danger', glyph: 'bang' },
  cancellation_requested: { tone: 'warn', glyph: 'dashed' },
  cancelled: { tone: 'neutral', glyph: 'cross' },
  replaced: { tone: 'neutral', glyph: 'swap' },
}

export type InvoiceStatusBadgeProps = {
  invoice: { status: InvoiceStatus; isAwaitingAuthority: boolean; nfseNumber: string | null }
}

/** The status of a note; a cancelled one that never became a document says so. */
export function InvoiceStatusBadge({ invoice }: InvoiceStatusBadgeProps) {
  const t = useTranslations('invoices.statuses')
  const { status, isAwaitingAuthority, nfseNumber } = invoice
  const isGivenUp = status === 'cancelled' && nfseNumber === null
  const isAwaiting = isAwaitingAuthority && status === 'processing'
  return <Badge {...looks[status]}>{t(isGivenUp ? 'given_up' : isAwaiting ? 'awaiting' : status)}</Badge>
}
