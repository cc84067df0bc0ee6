'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PASSWORD_LINK_MINUTES } from '@/contract/members'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { LinkDialog } from './link-dialog'
import type { MemberRow } from './person-row'

type Issued = inferRouterOutputs<AppRouter>['members']['createPasswordLink']

/** A link by which a member sets a new password: asked for first, since it ends the link that was made before. */
export function PasswordLinkDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useTranslations('members.passwordLink')
  const { userId, name, email } = member
  const [issued, setIssued] = useState<Issued | null>(null)
  const create = useCommand(useTRPC().members.createPasswordLink, {
    doneMessage: ({ isMailed }) => t(isMailed ? 'mailed' : 'made', { email }),
    onDone: (link) => (link.isMailed ? onClose() : setIssued(link)),
    onRefused: () => undefined,
  })
  if (issued) {
    return (
      <LinkDialog
        title={t('madeTitle', { name })}
        lead={t('lead', { minutes: PASSWORD_LINK_MINUTES })}
        label={t('link')}
        link={issued.secret ? { path: '/new-password', secret: issued.secret } : null}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { name })}
      consequence={t('consequence', { minutes: PASSWORD_LINK_MINUTES })}
      confirmLabel={t('confirm')}
      isPending={create.isPending}
      error={create.refusal && <RefusalBlockers refusal={create.refusal} />}
      onConfirm={() => void create.run({ userId })}
    />
  )
}
