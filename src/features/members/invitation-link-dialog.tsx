'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import type { AppRouter } from '@/server/api/root'
import { LinkDialog } from './link-dialog'

/** An invitation as the answer to it names it; the secret is missing when that answer had to be repeated. */
export type IssuedInvitation = Omit<inferRouterOutputs<AppRouter>['members']['invite'], 'secret'> & { secret?: string }

/** Shows the link of an invitation, the only time it can be seen. */
export function InvitationLinkDialog({ invitation, onClose }: { invitation: IssuedInvitation; onClose: () => void }) {
  const t = useTranslations('members.invitation')
  const { name, email, expiresAt, isMailed, secret } = invitation
  const until = formatDateTime(expiresAt)
  return (
    <LinkDialog
      title={t('title', { name })}
      lead={t(isMailed ? 'leadMailed' : 'lead', { email, until })}
      label={t('link')}
      link={secret ? { path: '/invitation', secret } : null}
      onClose={onClose}
    />
  )
}
