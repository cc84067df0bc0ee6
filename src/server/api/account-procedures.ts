import {
  changePasswordInput,
  endOtherSessionsInput,
  endSessionInput,
  getAccountInput,
  renamePersonInput,
} from '@/contract/account'
import { changePassword, type Owner, renamePerson } from '@/server/auth/own-account'
import { endOtherSessions, endOwnSession, listOwnSessions } from '@/server/auth/own-sessions'
import { describePerson } from '@/server/auth/read-session'
import type { Actor } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'
import { signedInProcedure } from './trpc'

export const ownAccount = signedInProcedure.input(getAccountInput).query(async ({ ctx: { actor } }) => {
  const owner = ownerOf(actor)
  const { name, email } = await describePerson(owner.companyId, owner.userId)
  return { name, email, roles: actor.roles, sessions: await listOwnSessions(owner) }
})

export const renamingOfPerson = signedInProcedure
  .input(renamePersonInput)
  .mutation(async ({ ctx: { actor }, input: { name } }) => {
    await renamePerson(ownerOf(actor), name)
    return { name }
  })

export const changeOfPassword = signedInProcedure
  .input(changePasswordInput)
  .mutation(async ({ ctx: { actor, address }, input }) => {
    await changePassword(ownerOf(actor), input, address ?? 'unknown')
    return {}
  })

export const endOfSession = signedInProcedure
  .input(endSessionInput)
  .mutation(async ({ ctx: { actor }, input: { sessionId } }) => {
    await endOwnSession(ownerOf(actor), sessionId)
    return { sessionId }
  })

export const endOfOtherSessions = signedInProcedure
  .input(endOtherSessionsInput)
  .mutation(async ({ ctx: { actor } }) => ({ ended: await endOtherSessions(ownerOf(actor)) }))

// A tool with an access token is nobody's account.
function ownerOf({ userId, sessionId, companyId }: Actor): Owner {
  if (!userId || !sessionId) throw new DomainError('FORBIDDEN')
  return { userId, sessionId, companyId }
}
