import { z } from 'zod'
import { commandInput } from './errors'
import { type Role, roles } from './permissions'
import { emailAddress, newPassword } from './session'
import { requiredText } from './text-fields'

const memberRoles = z
  .array(z.enum(roles))
  .min(1, { error: 'ROLE_REQUIRED' })
  .max(roles.length)
  .transform((chosen): Role[] => roles.filter((role) => chosen.includes(role)))

export const memberViews = ['active', 'disabled', 'all'] as const

export const listMembersInput = z.strictObject({ view: z.enum(memberViews).default('active') })
export type ListMembers = z.infer<typeof listMembersInput>

export const memberNamesInput = z.strictObject({ role: z.enum(roles).optional() })
export type MemberNames = z.infer<typeof memberNamesInput>

export const addMemberInput = commandInput
  .extend({
    name: requiredText(120),
    email: emailAddress,
    password: newPassword,
    roles: memberRoles,
  })
  .strict()
export type AddMember = z.infer<typeof addMemberInput>

/** Days within which an invitation can be accepted. */
export const INVITATION_DAYS = 7

/** Minutes within which a link sets a new password. */
export const PASSWORD_LINK_MINUTES = 30

export const inviteMemberInput = commandInput
  .extend({ name: requiredText(120), email: emailAddress, roles: memberRoles })
  .strict()
export type InviteMember = z.infer<typeof inviteMemberInput>

export const renewInvitationInput = commandInput.extend({ invitationId: z.uuid() }).strict()
export type RenewInvitation = z.infer<typeof renewInvitationInput>

export const revokeInvitationInput = renewInvitationInput
export type RevokeInvitation = RenewInvitation

export const createPasswordLinkInput = commandInput.extend({ userId: z.uuid() }).strict()
export type CreatePasswordLink = z.infer<typeof createPasswordLinkInput>

/** `version` is the one the screen showed. */
export const changeRolesInput = commandInput
  .extend({ userId: z.uuid(), version: z.int().min(1), roles: memberRoles })
  .strict()
export type ChangeRoles = z.infer<typeof changeRolesInput>

export const disableMemberInput = commandInput.extend({ userId: z.uuid() }).strict()
export type DisableMember = z.infer<typeof disableMemberInput>

export const enableMemberInput = disableMemberInput
export type EnableMember = DisableMember
