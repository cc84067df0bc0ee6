'use client'
import { useTranslations } from 'next-intl'
import { type TimelineKind, timelineKinds } from '@/contract/sales-orders'
import { Segmented } from '@/ui/segmented'

export type TimelineFilterProps = { value: TimelineKind; onChange: (kind: TimelineKind) => void }

/** Chooses what of the one timeline is shown. */
export function TimelineFilter({ value, onChange }: TimelineFilterProps) {
  const t = useTranslations('timeline')
  return (
    <div className="max-w-full overflow-x-auto">
      <Segmented
        label={t('filter')}
        value={value}
        onChange={onChange}
        options={timelineKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
    </div>
  )
}
