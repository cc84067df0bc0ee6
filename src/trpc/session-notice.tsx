'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { LinkButton } from '@/ui/link-button'
import { clearSessionEnd, readSessionEnd, subscribeSessionEnd } from './session-signal'

/** Says that the company or the session of this screen is over, and offers the way on. Nothing typed is thrown away. */
export function SessionNotice() {
  const t = useTranslations('shell.session')
  const queryClient = useQueryClient()
  const end = useSyncExternalStore(subscribeSessionEnd, readSessionEnd, () => null)
  function resume() {
    clearSessionEnd()
    void queryClient.invalidateQueries()
  }
  if (end === 'company_changed') {
    return (
      <Dialog
        isOpen
        isOnTop
        isPressOutsideIgnored
        onClose={clearSessionEnd}
        title={t('companyChanged')}
        footer={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        <p>{t('companyChangedBody')}</p>
      </Dialog>
    )
  }
  if (end === 'signed_out') {
    return (
      <Dialog
        isOpen
        isOnTop
        isPressOutsideIgnored
        onClose={clearSessionEnd}
        title={t('expired')}
        footer={
          <>
            <Button onClick={resume}>{t('signedIn')}</Button>
            <LinkButton variant="primary" href="/sign-in" isNewTab>
              {t('signIn')}
            </LinkButton>
          </>
        }
      >
        <p>{t('expiredBody')}</p>
      </Dialog>
    )
  }
  return null
}
