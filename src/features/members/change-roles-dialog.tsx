'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Role } from '@/contract/permissions'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import type { MemberRow } from './person-row'
import { RolesField } from './roles-field'

/** Gives a person other roles. */
export function ChangeRolesDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useTranslations('members.roles')
  const required = useTranslations('errors')('ROLE_REQUIRED')
  const [roles, setRoles] = useState<Role[]>(member.roles)
  const change = useCommand(useTRPC().members.changeRoles, {
    doneMessage: t('done'),
    onDone: onClose,
    onRefused: () => undefined,
  })
  const { userId, version } = member
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { name: member.name })}
      description={t('hint')}
      footer={
        <Button
          variant="primary"
          isPending={change.isPending}
          isBlocked={roles.length === 0}
          onClick={() => void change.run({ userId, version, roles })}
        >
          {t('submit')}
        </Button>
      }
    >
      <RolesField value={roles} onChange={setRoles} error={roles.length === 0 ? required : undefined} />
      <RefusalBlockers refusal={change.refusal} />
    </Dialog>
  )
}
