'use client'
import { CircleCheck, CircleDashed } from 'lucide-react'
import Image from 'next/image'
import { useTimeZone, useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import { TextLink } from '@/ui/text-link'
import { PhotoGrid } from './photo-grid'
import type { TaskDetail } from './task-line'

/** What was handed in: report, photos, signature, checklist and position, each with its device time and the office's. */
export function TaskEvidence({ task }: { task: TaskDetail }) {
  const t = useTranslations('tasks.evidence')
  const { evidence, photos, checklist, requiredPhotos, status } = task
  const missing = status === 'concluded' ? Math.max(0, requiredPhotos - photos.length) : 0
  const hasAny = evidence.length > 0 || photos.length > 0
  return (
    <section aria-label={t('title')} className="space-y-3 border-t border-line pt-4">
      <h3 className="text-sm font-bold">{t('title')}</h3>
      <Demands task={task} />
      {photos.length > 0 && <PhotoGrid photos={photos} />}
      {missing > 0 && !task.isConcludedByOffice && <p className="text-ink-2">{t('onTheWay', { count: missing })}</p>}
      {evidence.map((one) => (
        <Handed key={one.id} one={one} />
      ))}
      {checklist.length > 0 && (
        <ul className="space-y-1">
          {checklist.map(({ text, isDone }) => (
            <li key={text} className="flex items-start gap-2">
              {isDone ? (
                <CircleCheck aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 flex-none text-ok-tx" />
              ) : (
                <CircleDashed aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 flex-none text-ink-3" />
              )}
              <span>
                {text}
                <span className="sr-only"> {t(isDone ? 'stepDone' : 'stepOpen')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {!hasAny && <p className="text-ink-3">{t('none')}</p>}
    </section>
  )
}

function Demands({ task }: { task: TaskDetail }) {
  const t = useTranslations('tasks.evidence')
  const { requiresReport, requiredPhotos, requiresSignature, requiresLocation, checklist } = task
  const demands = [
    requiresReport && t('demandReport'),
    requiredPhotos > 0 && t('demandPhotos', { count: requiredPhotos }),
    requiresSignature && t('demandSignature'),
    checklist.length > 0 && t('demandChecklist', { count: checklist.length }),
    requiresLocation && t('demandLocation'),
  ].filter((demand) => demand !== false)
  return (
    <p className="text-ink-2">{demands.length > 0 ? t('demands', { list: demands.join(', ') }) : t('noDemands')}</p>
  )
}

function Handed({ one }: { one: TaskDetail['evidence'][number] }) {
  const t = useTranslations('tasks.evidence')
  const timeZone = useTimeZone()
  const at = (instant: Date) => formatDateTime(instant, timeZone)
  const { report, signatureFileId, signerName, latitude, longitude, deviceAt, receivedAt, who } = one
  const hasPosition = latitude !== null && longitude !== null
  return (
    <article className="rounded-control border border-line px-3 py-2">
      <header className="text-xs text-ink-2">
        {t('by', { who: who ?? t('system'), at: at(deviceAt ?? receivedAt) })}
        {deviceAt && ` · ${t('received', { at: at(receivedAt) })}`}
      </header>
      {report && <p className="mt-1 whitespace-pre-line">{report}</p>}
      {(signatureFileId || signerName) && (
        <figure className="mt-2">
          {signatureFileId && (
            <Image
              unoptimized
              width={320}
              height={112}
              src={`/api/files/${signatureFileId}`}
              alt={t('signatureAlt', { name: signerName ?? '' })}
              className="h-auto max-h-28 w-auto rounded-control border border-line bg-white"
            />
          )}
          <figcaption className="mt-1 text-xs text-ink-2">
            {t('signedBy', { name: signerName ?? t('unnamed') })}
          </figcaption>
        </figure>
      )}
      {hasPosition && (
        <p className="mt-1">
          <TextLink
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`}
            isNewTab
          >
            {t('map')}
          </TextLink>
        </p>
      )}
    </article>
  )
}
