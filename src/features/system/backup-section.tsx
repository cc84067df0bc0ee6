'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { Callout } from '@/ui/callout'
import { DescriptionList } from '@/ui/description-list'
import { Section } from '@/ui/section'
import { useSystemWords } from './use-system-words'

const COMMAND = 'npm run backup'

/** When the last backup was taken, and what to do when there is none or it is old. */
export function BackupSection() {
  const t = useTranslations('system.backup')
  const { bytes, duration } = useSystemWords()
  const { backup } = useSuspenseQuery(useTRPC().system.get.queryOptions({})).data
  const command = { label: t('command'), value: <code className="font-mono text-xs">{COMMAND}</code> }
  if (!backup) {
    return (
      <Section title={t('title')}>
        <Callout tone="danger" title={t('none')}>
          {t('noneHint')}
        </Callout>
        <div className="mt-3">
          <DescriptionList items={[command]} />
        </div>
      </Section>
    )
  }
  const facts = [
    { label: t('at'), value: formatDateTime(backup.finishedAt) },
    { label: t('took'), value: duration(backup.finishedAt.getTime() - backup.startedAt.getTime()) },
    { label: t('size'), value: bytes(backup.bytes) },
    { label: t('content'), value: t('contentValue', { rows: backup.rowCount, files: backup.fileCount }) },
    { label: t('by'), value: backup.takenBy },
    { label: t('version'), value: backup.productVersion },
  ]
  return (
    <Section title={t('title')}>
      {backup.isOld ? (
        <Callout tone="warn" title={t('old')}>
          {t('oldHint')}
        </Callout>
      ) : (
        <Callout tone="ok" title={t('ok', { when: formatDateTime(backup.finishedAt) })} />
      )}
      <div className="mt-3 space-y-3">
        <DescriptionList layout="facts" items={facts} />
        {backup.isOld && <DescriptionList items={[command]} />}
      </div>
    </Section>
  )
}
