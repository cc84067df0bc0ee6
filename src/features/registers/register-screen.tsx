'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type RegisterTab, registerTabs } from '@/contract/registers'
import { useTRPC } from '@/trpc/client'
import { Callout } from '@/ui/callout'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { Tabs } from '@/ui/tabs'
import { HolidayList } from './holiday-list'
import { PipelineList } from './pipeline-list'
import { RegisterSection } from './register-section'

/** The small registers: one tab each, edited in their place. */
export function RegisterScreen({ tab }: { tab: RegisterTab }) {
  const t = useTranslations('registers')
  const { data } = useSuspenseQuery(useTRPC().registers.list.queryOptions({}))
  const mayWrite = data.actions.write.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        breadcrumb={[{ label: t('parent'), href: '/settings' }]}
        actions={
          <>
            <LinkButton href="/projects">{t('projects')}</LinkButton>
            <LinkButton href="/contracts">{t('contracts')}</LinkButton>
          </>
        }
      />
      <Tabs
        label={t('tabs.label')}
        tabs={registerTabs.map((name) => ({
          label: t(`tabs.${name}`),
          href: name === 'pipelines' ? '/registers' : `/registers?tab=${name}`,
          isCurrent: name === tab,
        }))}
      />
      <PageBody>
        {!mayWrite && <Callout tone="info">{t('readOnly')}</Callout>}
        {tab === 'pipelines' && <PipelineList pipelines={data.pipelines} mayWrite={mayWrite} />}
        {tab === 'holidays' && <HolidayList holidays={data.holidays} mayWrite={mayWrite} />}
        {tab !== 'pipelines' && tab !== 'holidays' && (
          <RegisterSection
            key={tab}
            kind={tab}
            title={t(`tabs.${tab}`)}
            note={t(`notes.${tab}`)}
            rows={data[tab]}
            mayWrite={mayWrite}
          />
        )}
      </PageBody>
    </>
  )
}
