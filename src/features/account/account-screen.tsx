'use client'
import { useTranslations } from 'next-intl'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { ChangePassword } from './change-password'
import { OwnName } from './own-name'
import { OwnSessions } from './own-sessions'

/** "Minha conta": one's own name, password and the devices that are signed in. */
export function AccountScreen() {
  const t = useTranslations('account')
  return (
    <>
      <PageHeader title={t('title')} isRuled />
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
