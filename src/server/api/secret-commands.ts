import { addMemberInput } from '@/contract/members'
import { createTokenInput } from '@/contract/tokens'
import { newAccessToken } from '@/server/auth/access-token'
import { hashPassword } from '@/server/auth/password'
import { addMember } from '@/server/domain/members/add-member'
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
