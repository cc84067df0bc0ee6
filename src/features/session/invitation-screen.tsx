'use client'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '@/trpc/client'
import { Entrance } from './entrance'
import { InvitationForm } from './invitation-form'
import { LinkGate } from './link-gate'

/** What somebody who was invited sees first. */
export function InvitationScreen() {
  const t = useTranslations('session.invitation')
  const client = useTRPCClient()
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <LinkGate kind="invitation" open={(secret) => client.session.openInvitation.mutate({ secret })}>
        {(invitation, secret) => <InvitationForm invitation={invitation} secret={secret} />}
      </LinkGate>
    </Entrance>
  )
}
