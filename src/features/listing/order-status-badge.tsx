import { useTranslations } from 'next-intl'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import { Badge, type Tone } from '@/ui/badge'
import type { Glyph } from '@/ui/status-glyph'

/** How each status looks: never colour alone. */
export const orderStatusLooks: Record<SalesOrderStatus, { tone: Tone; glyph: Glyph }> = {
  open: { tone: 'neutral', glyph: 'open' },
  in_progress: { tone: 'info', glyph: 'play' },
  ready_to_invoice: { tone: 'ready', glyph: 'dot' },
  partly_invoiced: { tone: 'warn', glyph: 'half' },
  invoiced: { tone: 'ok', glyph: 'check' },
  closed: { tone: 'neutral', glyph: 'ban' },
  cancelled: { tone: 'neutral', glyph: 'cross' },
}

/** The status of an order where it is only shown. */
export function OrderStatusBadge({ status }: { status: SalesOrderStatus }) {
  const t = useTranslations('listing.orders.statuses')
  return <Badge {...orderStatusLooks[status]}>{t(status)}</Badge>
}
