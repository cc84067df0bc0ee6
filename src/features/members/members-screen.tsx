'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ListMembers, memberViews } from '@/contract/members'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { PageHeader } from '@/ui/page-header'
import { Tabs } from '@/ui/tabs'
import { InviteMemberDialog } from './invite-member-dialog'
import { MembersTable } from './members-table'

/** The people of the company: who they are, what they may do, and how to give or take access. */
export function MembersScreen({ view }: ListMembers) {
  const t = useTranslations('members')
  const { data } = useSuspenseQuery(useTRPC().members.list.queryOptions({ view }))
  const [isInviting, setIsInviting] = useState(false)
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          data.canAdd.length === 0 && (
            <Button variant="primary" icon={UserPlus} onClick={() => setIsInviting(true)}>
              {t('invite.action')}
            </Button>
          )
        }
      />
      <Tabs
        label={t('views.label')}
        tabs={memberViews.map((name) => ({
          label: t(`views.${name}`),
          href: name === 'active' ? '/people' : `/people?view=${name}`,
          isCurrent: name === view,
          count: data.counts[name],
        }))}
      />
      <MembersTable view={view} />
      {isInviting && <InviteMemberDialog onClose={() => setIsInviting(false)} />}
    </>
  )
}
