import { useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'

/** Says that a record is no longer offered; an active one needs no word. */
export function ActivityBadge({ isActive }: { isActive: boolean }) {
  const t = useTranslations('listing')
  if (isActive) return null
  return (
    <Badge tone="neutral" glyph="ban">
      {t('inactive')}
    </Badge>
  )
}
