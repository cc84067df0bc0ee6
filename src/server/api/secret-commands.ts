import { addMemberInput, createPasswordLinkInput, inviteMemberInput, renewInvitationInput } from '@/contract/members'
import { createTokenInput } from '@/contract/tokens'
import { newAccessToken } from '@/server/auth/access-token'
import { hashPassword } from '@/server/auth/password'
import { hashOfSecret, newSecret } from '@/server/auth/secret'
import { sendsMails } from '@/server/auth/site'
import { addMember } from '@/server/domain/members/add-member'
import { createPasswordLink } from '@/server/domain/members/create-password-link'
import { inviteMember, type LinkMeans } from '@/server/domain/members/invite-member'
import { renewInvitation } from '@/server/domain/members/renew-invitation'
import { createToken } from '@/server/domain/tokens/create-token'
import { command } from './trpc'

// Gestures with a secret in them, which the workshop neither makes nor keeps.

export const addMemberWithPassword = command(addMemberInput, (ctx, input) => addMember(ctx, input, hashPassword), {
  secretKeys: ['password'],
})

export const createTokenWithSecret = command(
  createTokenInput,
  (ctx, input) => createToken(ctx, input, newAccessToken()),
  { secretKeys: ['secret'] },
)

export const inviteMemberWithSecret = command(inviteMemberInput, (ctx, input) => inviteMember(ctx, input, newLink()), {
  secretKeys: ['secret'],
})

export const renewInvitationWithSecret = command(
  renewInvitationInput,
  (ctx, input) => renewInvitation(ctx, input, newLink()),
  { secretKeys: ['secret'] },
)

export const createPasswordLinkWithSecret = command(
  createPasswordLinkInput,
  (ctx, input) => createPasswordLink(ctx, input, newLink()),
  { secretKeys: ['secret'] },
)

function newLink(): LinkMeans {
  const secret = newSecret()
  return { secret, hash: hashOfSecret(secret), isMailed: sendsMails() }
}
