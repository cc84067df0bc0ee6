import { Camera, Signature } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** How many photos and signatures were handed in, with drawn signs; a dash for none. */
export function EvidenceCounts({ photos, signatures }: { photos: number; signatures: number }) {
  const t = useTranslations('tasks.evidence')
  if (photos === 0 && signatures === 0) return <span className="text-ink-3">—</span>
  const sign = 'size-3.5 flex-none'
  return (
    <span className="inline-flex items-center gap-3 align-middle text-ink-2">
      {photos > 0 && (
        <span className="inline-flex items-center gap-1" title={t('photos', { count: photos })}>
          <Camera aria-hidden strokeWidth={1.75} className={sign} />
          <span aria-hidden>{photos}</span>
          <span className="sr-only">{t('photos', { count: photos })}</span>
        </span>
      )}
      {signatures > 0 && (
        <span className="inline-flex items-center gap-1" title={t('signatures', { count: signatures })}>
          <Signature aria-hidden strokeWidth={1.75} className={sign} />
          <span aria-hidden>{signatures}</span>
          <span className="sr-only">{t('signatures', { count: signatures })}</span>
        </span>
      )}
    </span>
  )
}
