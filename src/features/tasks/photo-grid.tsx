'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import Image from 'next/image'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDateTime } from '@/lib/calendar-date'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { LinkButton } from '@/ui/link-button'

type Photo = { fileId: string; takenAt: Date | null; receivedAt: Date }

/** Photos in small, each opening large; arrows walk through them. */
export function PhotoGrid({ photos }: { photos: readonly Photo[] }) {
  const t = useTranslations('tasks.photos')
  const timeZone = useTimeZone()
  const [shown, setShown] = useState<number | null>(null)
  const photo = shown === null ? undefined : photos[shown]
  const count = photos.length
  const step = (by: number) => setShown((at) => (at === null ? null : (at + by + count) % count))
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(84px,1fr))] gap-2">
        {photos.map(({ fileId }, index) => (
          <li key={fileId}>
            <button
              type="button"
              aria-label={t('open', { number: index + 1, count })}
              className="block w-full overflow-clip rounded-control border border-line bg-sunken hover:border-control"
              onClick={() => setShown(index)}
            >
              <Image
                unoptimized
                src={`/api/files/${fileId}?size=thumbnail`}
                alt=""
                width={168}
                height={168}
                className="aspect-square w-full object-cover"
              />
            </button>
          </li>
        ))}
      </ul>
      {photo && shown !== null && (
        <Dialog
          isOpen
          onClose={() => setShown(null)}
          width="wide"
          title={t('title', { number: shown + 1, count })}
          description={[
            photo.takenAt && t('takenAt', { at: formatDateTime(photo.takenAt, timeZone) }),
            t('receivedAt', { at: formatDateTime(photo.receivedAt, timeZone) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          footer={
            <>
              <LinkButton href={`/api/files/${photo.fileId}`} isNewTab>
                {t('full')}
              </LinkButton>
              {count > 1 && (
                <>
                  <Button icon={ChevronLeft} onClick={() => step(-1)}>
                    {t('previous')}
                  </Button>
                  <Button iconEnd={ChevronRight} onClick={() => step(1)}>
                    {t('next')}
                  </Button>
                </>
              )}
            </>
          }
        >
          <div className="grid place-items-center">
            <Image
              unoptimized
              width={1600}
              height={1600}
              src={`/api/files/${photo.fileId}`}
              alt={t('alt', { number: shown + 1, count })}
              className="h-auto max-h-[65vh] w-auto max-w-full rounded-control object-contain"
            />
          </div>
        </Dialog>
      )}
    </>
  )
}
