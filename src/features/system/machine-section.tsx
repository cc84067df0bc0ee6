'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { Callout } from '@/ui/callout'
import { DescriptionList } from '@/ui/description-list'
import { Section } from '@/ui/section'
import { productVersion } from './product-version'
import { useSystemWords } from './use-system-words'

const LITTLE_BYTES = 2_000_000_000

/** The facts about program, disk and database that whoever helps will ask for. */
export function MachineSection() {
  const t = useTranslations('system')
  const { bytes } = useSystemWords()
  const { database, disk } = useSuspenseQuery(useTRPC().system.get.queryOptions({})).data
  const free = disk
    ? t('machine.freeValue', { free: bytes(disk.freeBytes), total: bytes(disk.totalBytes) })
    : t('machine.freeUnknown')
  return (
    <>
      <Section title={t('machine.title')}>
        <DescriptionList
          layout="facts"
          items={[
            { label: t('machine.version'), value: productVersion },
            { label: t('machine.free'), value: free },
          ]}
        />
        {disk && disk.freeBytes < LITTLE_BYTES && (
          <div className="mt-3">
            <Callout tone="danger">{t('machine.full', { free: bytes(disk.freeBytes) })}</Callout>
          </div>
        )}
      </Section>
      <Section title={t('database.title')}>
        <DescriptionList
          layout="facts"
          items={[
            { label: t('database.server'), value: t('database.serverValue', { version: database.version }) },
            { label: t('database.size'), value: bytes(database.bytes) },
            { label: t('database.connections'), value: database.connections },
            { label: t('database.schema'), value: t('database.schemaValue', { count: database.schema }) },
          ]}
        />
      </Section>
    </>
  )
}
