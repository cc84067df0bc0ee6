'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { Ban, UserCheck, UserCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Refusal } from '@/contract/errors'
import type { ListMembers } from '@/contract/members'
import { formatDate, todayIn } from '@/lib/calendar-date'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Badge } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import type { MenuEntry } from '@/ui/menu'
import type { TableColumn } from '@/ui/table-column'
import { ChangeRolesDialog } from './change-roles-dialog'
import { DisableMemberDialog } from './disable-member-dialog'

/** One person of the list. */
export type MemberRow = inferRouterOutputs<AppRouter>['members']['list']['rows'][number]

type Gesture = { kind: 'roles' | 'disable'; member: MemberRow }

/** The list of people with what may be done to each. */
export function MembersTable({ view }: ListMembers) {
  const t = useTranslations('members')
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(trpc.members.list.queryOptions({ view }))
  const sentenceOf = useSentence()
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const enable = useCommand(trpc.members.enable)

  const actionsOf = (member: MemberRow): MenuEntry[] => [
    {
      label: t('roles.action'),
      icon: UserCog,
      onSelect: () => setGesture({ kind: 'roles', member }),
      blockedBy: sentenceOf(member.actions.changeRoles),
    },
    member.disabledAt
      ? {
          label: t('enable.action'),
          icon: UserCheck,
          onSelect: () => void enable.run({ userId: member.userId }),
          blockedBy: sentenceOf(member.actions.enable),
        }
      : {
          label: t('disable.action'),
          icon: Ban,
          isDanger: true,
          onSelect: () => setGesture({ kind: 'disable', member }),
          blockedBy: sentenceOf(member.actions.disable),
        },
  ]
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={useColumns()}
        rows={data.rows}
        rowId={(member) => member.userId}
        rowName={(member) => member.name}
        rowActions={actionsOf}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {gesture?.kind === 'roles' && <ChangeRolesDialog member={gesture.member} onClose={() => setGesture(null)} />}
      {gesture?.kind === 'disable' && <DisableMemberDialog member={gesture.member} onClose={() => setGesture(null)} />}
    </>
  )
}

function useColumns(): TableColumn<MemberRow>[] {
  const t = useTranslations('members')
  const roleName = useTranslations('shell.roles')
  return [
    {
      id: 'name',
      header: t('columns.name'),
      isStrong: true,
      card: 'title',
      cell: (member) => (member.isYou ? `${member.name} (${t('you')})` : member.name),
    },
    { id: 'email', header: t('columns.email'), card: 'line', isGrow: true, cell: (member) => member.email },
    {
      id: 'roles',
      header: t('columns.roles'),
      card: 'extra',
      cell: (member) => member.roles.map((role) => roleName(role)).join(', '),
    },
    {
      id: 'openTasks',
      header: t('columns.openTasks'),
      align: 'end',
      card: 'extraEnd',
      cardLabel: t('columns.openTasks'),
      isCardHidden: (member) => member.openTasks === 0,
      cell: (member) => member.openTasks,
    },
    {
      id: 'since',
      header: t('columns.since'),
      card: 'hidden',
      cell: (member) => formatDate(todayIn('America/Sao_Paulo', member.createdAt)),
    },
    {
      id: 'status',
      header: t('columns.status'),
      card: 'badge',
      cell: (member) =>
        member.disabledAt ? (
          <Badge tone="neutral" glyph="ban">
            {t('status.disabled')}
          </Badge>
        ) : (
          <Badge tone="ok" glyph="check">
            {t('status.active')}
          </Badge>
        ),
    },
  ]
}

function useSentence() {
  const t = useTranslations('errors')
  return (refusals: readonly Refusal[]) => {
    const [first] = refusals
    return first && t(first.code as 'FORBIDDEN')
  }
}
