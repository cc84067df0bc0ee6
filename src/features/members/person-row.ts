import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/api/root'

type People = inferRouterOutputs<AppRouter>['members']['list']

/** Somebody who works here, or did. */
export type MemberRow = People['rows'][number]

/** Somebody who was invited and has not answered. */
export type InvitationRow = People['invitations'][number]

/** One line of the list of people. */
export type PersonRow = ({ kind: 'member' } & MemberRow) | ({ kind: 'invitation' } & InvitationRow)

/** Those who have not answered first, then the members. */
export function personRows({ invitations, rows }: Pick<People, 'invitations' | 'rows'>): PersonRow[] {
  return [
    ...invitations.map((invitation) => ({ kind: 'invitation' as const, ...invitation })),
    ...rows.map((member) => ({ kind: 'member' as const, ...member })),
  ]
}
