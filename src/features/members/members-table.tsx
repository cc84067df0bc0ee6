'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListMembers } from '@/contract/members'
import { useTRPC } from '@/trpc/client'
import { DataTable } from '@/ui/data-table'
import { ChangeRolesDialog } from './change-roles-dialog'
import { DisableMemberDialog } from './disable-member-dialog'
import { InvitationLinkDialog, type IssuedInvitation } from './invitation-link-dialog'
import { PasswordLinkDialog } from './password-link-dialog'
import { personRows } from './person-row'
import { RevokeInvitationDialog } from './revoke-invitation-dialog'
import { usePersonColumns } from './use-person-columns'
import { type PersonGesture, usePersonMenu } from './use-person-menu'

/** The list of people and of those invited, with what may be done to each. */
export function MembersTable({ view }: ListMembers) {
  const t = useTranslations('members')
  const { data } = useSuspenseQuery(useTRPC().members.list.queryOptions({ view }))
  const [gesture, setGesture] = useState<PersonGesture | null>(null)
  const [issued, setIssued] = useState<IssuedInvitation | null>(null)
  const close = () => setGesture(null)
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={usePersonColumns()}
        rows={personRows(data)}
        rowId={(person) => (person.kind === 'member' ? person.userId : person.id)}
        rowName={(person) => person.name}
        rowActions={usePersonMenu({ onGesture: setGesture, onRenewed: setIssued })}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {gesture?.kind === 'roles' && <ChangeRolesDialog member={gesture.member} onClose={close} />}
      {gesture?.kind === 'disable' && <DisableMemberDialog member={gesture.member} onClose={close} />}
      {gesture?.kind === 'password' && <PasswordLinkDialog member={gesture.member} onClose={close} />}
      {gesture?.kind === 'revoke' && <RevokeInvitationDialog invitation={gesture.invitation} onClose={close} />}
      {issued && <InvitationLinkDialog invitation={issued} onClose={() => setIssued(null)} />}
    </>
  )
}
