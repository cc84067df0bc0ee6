'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import { useDeviceWords } from './use-device-words'

/** Where the person is signed in, this device first, and how to end it elsewhere. */
export function OwnSessions() {
  const t = useTranslations('account.sessions')
  const trpc = useTRPC()
  const deviceWords = useDeviceWords()
  const { data } = useSuspenseQuery(trpc.account.get.queryOptions({}))
  const end = useCommand(trpc.account.endSession, { doneMessage: t('ended') })
  const endOthers = useCommand(trpc.account.endOtherSessions, {
    doneMessage: ({ ended }) => t('othersEnded', { count: ended }),
  })
  const others = data.sessions.length - 1
  return (
    <Section
      title={t('title')}
      note={t('note')}
      end={
        others > 0 && (
          <Button size="small" icon={LogOut} isPending={endOthers.isPending} onClick={() => void endOthers.run({})}>
            {t('endOthers')}
          </Button>
        )
      }
      isFlush
    >
      <ul aria-label={t('title')}>
        {data.sessions.map((session) => {
          const device = deviceWords(session.userAgent)
          const lastSeenAt = formatDateTime(session.lastSeenAt)
          return (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-t-0"
            >
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-medium">{device}</p>
                <p className="text-xs text-ink-2">
                  {t('line', { lastSeenAt, createdAt: formatDateTime(session.createdAt), company: session.company })}
                </p>
              </div>
              {session.isThis ? (
                <Badge tone="ok" glyph="check">
                  {t('this')}
                </Badge>
              ) : (
                <Button
                  size="small"
                  aria-label={t('endOf', { device, lastSeenAt })}
                  isPending={end.isPending}
                  onClick={() => void end.run({ sessionId: session.id })}
                >
                  {t('end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
