'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { landingOf } from '@/contract/session'
import { useTRPC } from '@/trpc/client'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { ChangePassword } from './change-password'
import { OwnName } from './own-name'
import { OwnSessions } from './own-sessions'

/** "Minha conta": one's own name, password and the devices that are signed in. */
export function AccountScreen() {
  const t = useTranslations('account')
  const { data } = useSuspenseQuery(useTRPC().account.get.queryOptions({}))
  const worksInField = landingOf(data.roles) === '/field'
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={worksInField && <LinkButton href="/field">{t('backToField')}</LinkButton>}
        isRuled
      />
      <PageBody>
        <div className="grid max-w-4xl gap-3">
          <OwnName />
          <ChangePassword />
          <OwnSessions />
        </div>
      </PageBody>
    </>
  )
}
