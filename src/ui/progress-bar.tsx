import { useTranslations } from 'next-intl'

/** `9/15` and a thin bar. `label` replaces the sentence for those who do not see it. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label?: string }) {
  const t = useTranslations('kit')
  const percent = total === 0 ? 0 : Math.min(100, Math.round((done / total) * 100))
  return (
    <span className="inline-flex items-center gap-2 align-middle">
      <span aria-hidden className="min-w-[38px] text-right max-phone:min-w-0">
        {done}/{total}
      </span>
      <span role="img" aria-label={label ?? t('progress', { done, total })} className="ui-progress">
        <i style={{ width: `${percent}%` }} />
      </span>
    </span>
  )
}
