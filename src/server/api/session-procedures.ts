import { type CurrentSession, currentSessionInput, firstRunInput, switchCompanyInput } from '@/contract/session'
import { describeToken } from '@/server/auth/access-token'
import { startInstallation } from '@/server/auth/first-run'
import { companiesOf, describePerson, switchCompany } from '@/server/auth/read-session'
import { DomainError } from '@/server/domain/refusal'
import { publicProcedure, signedInProcedure } from './trpc'

/** Who works here, where, and what they may do. */
export const currentSession = signedInProcedure
  .input(currentSessionInput)
  .query(async ({ ctx: { actor } }): Promise<CurrentSession> => {
    const who = actor.userId ? await describePerson(actor.companyId, actor.userId) : await describeToken(actor)
    const companies = actor.userId ? await companiesOf(actor.userId) : [who.company]
    return { ...who, roles: actor.roles, permissions: [...actor.permissions], companies }
  })

/** Moves this browser's session to another company of the person; screens of the former one are then refused. */
export const switchCompanyOfSession = signedInProcedure
  .input(switchCompanyInput)
  .mutation(async ({ ctx: { actor }, input: { companyId } }) => {
    if (!actor.sessionId || !actor.userId) throw new DomainError('FORBIDDEN')
    await switchCompany(actor.sessionId, actor.userId, companyId)
    return { companyId }
  })

/** The first run of an empty installation, the only gesture of a signed-out visitor. */
export const startOfInstallation = publicProcedure.input(firstRunInput).mutation(async ({ input }) => {
  await startInstallation(input)
  return { email: input.email }
})
