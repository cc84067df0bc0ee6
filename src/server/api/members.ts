import {
  changeRolesInput,
  disableMemberInput,
  enableMemberInput,
  listMembersInput,
  memberNamesInput,
  revokeInvitationInput,
} from '@/contract/members'
import { changeRoles } from '@/server/domain/members/change-roles'
import { disableMember } from '@/server/domain/members/disable-member'
import { enableMember } from '@/server/domain/members/enable-member'
import { listMemberNames } from '@/server/domain/members/list-member-names'
import { listMembers } from '@/server/domain/members/list-members'
import { revokeInvitation } from '@/server/domain/members/revoke-invitation'
import {
  addMemberWithPassword,
  createPasswordLinkWithSecret,
  inviteMemberWithSecret,
  renewInvitationWithSecret,
} from './secret-commands'
import { command, question, router } from './trpc'

export const membersRouter = router({
  list: question(listMembersInput, listMembers),
  names: question(memberNamesInput, listMemberNames),
  add: addMemberWithPassword,
  invite: inviteMemberWithSecret,
  renewInvitation: renewInvitationWithSecret,
  revokeInvitation: command(revokeInvitationInput, revokeInvitation),
  createPasswordLink: createPasswordLinkWithSecret,
  changeRoles: command(changeRolesInput, changeRoles),
  disable: command(disableMemberInput, disableMember),
  enable: command(enableMemberInput, enableMember),
})
