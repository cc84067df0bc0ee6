'use client'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '@/trpc/client'
import { Entrance } from './entrance'
import { LinkGate } from './link-gate'
import { NewPasswordForm } from './new-password-form'

/** Where a link for a new password leads. */
export function NewPasswordScreen() {
  const t = useTranslations('session.newPassword')
  const client = useTRPCClient()
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <LinkGate kind="passwordLink" open={(secret) => client.session.openPasswordLink.mutate({ secret })}>
        {({ email }, secret) => <NewPasswordForm email={email} secret={secret} />}
      </LinkGate>
    </Entrance>
  )
}
