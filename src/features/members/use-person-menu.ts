'use client'
import { Ban, KeyRound, Link, UserCheck, UserCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Refusal } from '@/contract/errors'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { MenuEntry } from '@/ui/menu'
import type { IssuedInvitation } from './invitation-link-dialog'
import type { InvitationRow, MemberRow, PersonRow } from './person-row'

/** What opens a dialog about one person. */
export type PersonGesture =
  | { kind: 'roles' | 'disable' | 'password'; member: MemberRow }
  | { kind: 'revoke'; invitation: InvitationRow }

export type PersonMenuProps = {
  onGesture: (gesture: PersonGesture) => void
  /** An invitation got a new link, to be shown. */
  onRenewed: (invitation: IssuedInvitation) => void
}

/** The menu of a line of the list of people. */
export function usePersonMenu({ onGesture, onRenewed }: PersonMenuProps): (person: PersonRow) => MenuEntry[] {
  const t = useTranslations('members')
  const trpc = useTRPC()
  const sentenceOf = useSentence()
  const enable = useCommand(trpc.members.enable)
  const renew = useCommand(trpc.members.renewInvitation, { onDone: onRenewed })
  return (person) => (person.kind === 'member' ? ofMember(person) : ofInvitation(person))

  function ofMember(member: MemberRow): MenuEntry[] {
    const { userId, actions, isYou } = member
    if (member.disabledAt) {
      const label = t('enable.action')
      const blockedBy = sentenceOf(actions.enable)
      return [roles(member), { label, icon: UserCheck, onSelect: () => void enable.run({ userId }), blockedBy }]
    }
    return [
      roles(member),
      isYou
        ? { label: t('passwordLink.own'), icon: KeyRound, href: '/account' }
        : {
            label: t('passwordLink.action'),
            icon: KeyRound,
            onSelect: () => onGesture({ kind: 'password', member }),
            blockedBy: sentenceOf(actions.createPasswordLink),
          },
      {
        label: t('disable.action'),
        icon: Ban,
        isDanger: true,
        onSelect: () => onGesture({ kind: 'disable', member }),
        blockedBy: sentenceOf(actions.disable),
      },
    ]
  }

  function roles(member: MemberRow): MenuEntry {
    return {
      label: t('roles.action'),
      icon: UserCog,
      onSelect: () => onGesture({ kind: 'roles', member }),
      blockedBy: sentenceOf(member.actions.changeRoles),
    }
  }

  function ofInvitation(invitation: InvitationRow): MenuEntry[] {
    return [
      {
        label: t('invitation.renew'),
        icon: Link,
        onSelect: () => void renew.run({ invitationId: invitation.id }),
        blockedBy: sentenceOf(invitation.actions.renew),
      },
      {
        label: t('revokeInvitation.action'),
        icon: Ban,
        isDanger: true,
        onSelect: () => onGesture({ kind: 'revoke', invitation }),
        blockedBy: sentenceOf(invitation.actions.revoke),
      },
    ]
  }
}

function useSentence() {
  const t = useTranslations('errors')
  return (refusals: readonly Refusal[]) => {
    const [first] = refusals
    return first && t(first.code as 'FORBIDDEN')
  }
}
