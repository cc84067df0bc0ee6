import {
  changeRolesInput,
  disableMemberInput,
  enableMemberInput,
  listMembersInput,
  memberNamesInput,
} from '@/contract/members'
import { changeRoles } from '@/server/domain/members/change-roles'
import { disableMember } from '@/server/domain/members/disable-member'
import { enableMember } from '@/server/domain/members/enable-member'
import { listMemberNames } from '@/server/domain/members/list-member-names'
import { listMembers } from '@/server/domain/members/list-members'
import { addMemberWithPassword } from './secret-commands'
import { command, question, router } from './trpc'

export const membersRouter = router({
  list: question(listMembersInput, listMembers),
  names: question(memberNamesInput, listMemberNames),
  add: addMemberWithPassword,
  changeRoles: command(changeRolesInput, changeRoles),
  disable: command(disableMemberInput, disableMember),
  enable: command(enableMemberInput, enableMember),
})
