'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Copy, Link2, Link2Off } from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { type DocumentRef, linkDays } from '@/contract/documents'
import { formatDate, formatDateTime, todayIn } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { QueryBoundary } from '@/ui/query-boundary'
import { Segmented } from '@/ui/segmented'
import { TextField } from '@/ui/text-field'

export type ShareDialogProps = { of: DocumentRef; name: string; onClose: () => void }

/** Makes a link for the customer, shows it the only time it can be seen, and lists the links made before. */
export function ShareDialog({ of, name, onClose }: ShareDialogProps) {
  const t = useTranslations('documents.share')
  const [days, setDays] = useState<(typeof linkDays)[number]>(30)
  const [address, setAddress] = useState<string | null>(null)
  const [isCopied, setIsCopied] = useState(false)
  const create = useCommand(useTRPC().documents.createLink, {
    onDone: ({ secret }) => {
      if (secret) void show(`${window.location.origin}/d/${secret}`)
    },
  })
  async function show(link: string) {
    setAddress(link)
    await copy(link)
  }
  // Without the leave of the browser the address stands in the field, to be copied by hand.
  async function copy(link: string) {
    setIsCopied(await navigator.clipboard.writeText(link).then(...wasDone))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { name })}
      description={t('hint')}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          {address === null ? (
            <Button
              variant="primary"
              icon={Link2}
              isPending={create.isPending}
              onClick={() => void create.run({ ...of, days })}
            >
              {t('create')}
            </Button>
          ) : (
            <Button variant="primary" icon={Copy} onClick={() => void copy(address)}>
              {t(isCopied ? 'copied' : 'copy')}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        {address === null ? (
          <Segmented
            label={t('days')}
            value={`${days}`}
            onChange={(chosen) => setDays(linkDays.find((known) => `${known}` === chosen) ?? days)}
            options={linkDays.map((count) => ({ value: `${count}`, label: t('daysOf', { days: count }) }))}
          />
        ) : (
          <>
            <TextField label={t('address')} value={address} onChange={() => undefined} isReadOnly />
            <Callout tone={isCopied ? 'ok' : 'info'}>{t(isCopied ? 'once' : 'byHand')}</Callout>
          </>
        )}
        <QueryBoundary>
          <KnownLinks of={of} />
        </QueryBoundary>
      </div>
    </Dialog>
  )
}

const wasDone = [() => true, () => false] as const

function KnownLinks({ of }: { of: DocumentRef }) {
  const t = useTranslations('documents.share')
  const timeZone = useTimeZone()
  const trpc = useTRPC()
  const { data: links } = useSuspenseQuery(trpc.documents.listLinks.queryOptions(of))
  const revoke = useCommand(trpc.documents.revokeLink, { doneMessage: t('revoked') })
  if (links.length === 0) return null
  const day = (instant: Date) => formatDate(todayIn(timeZone ?? 'America/Sao_Paulo', instant))
  return (
    <section aria-label={t('known')}>
      <h3 className="mb-1 font-bold">{t('known')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {links.map(({ id, status, createdAt, createdByName, expiresAt, openCount, lastOpenedAt }) => (
          <li key={id} className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <span className="min-w-0 flex-1">
              {t('made', { day: day(createdAt), who: createdByName ?? t('system') })}
              <span className="block text-xs text-ink-2">
                {[
                  status === 'active' ? t('until', { day: day(expiresAt) }) : t(status),
                  lastOpenedAt
                    ? t('opened', { count: openCount, at: formatDateTime(lastOpenedAt, timeZone) })
                    : t('neverOpened'),
                ].join(' · ')}
              </span>
            </span>
            {status === 'active' && (
              <Button
                size="small"
                icon={Link2Off}
                isPending={revoke.isPending}
                aria-label={t('revokeOf', { day: day(createdAt) })}
                onClick={() => void revoke.run({ ...of, linkId: id })}
              >
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
