import {
  acceptInvitationInput,
  openInvitationInput,
  openPasswordLinkInput,
  requestPasswordLinkInput,
  setPasswordInput,
} from '@/contract/account'
import { acceptInvitation, openInvitation } from '@/server/auth/invitation'
import { openPasswordLink, setPasswordByLink } from '@/server/auth/password-link'
import { requestPasswordLink } from '@/server/auth/request-password-link'
import { sendsMails } from '@/server/auth/site'
import { DomainError } from '@/server/domain/refusal'
import { publicProcedure } from './trpc'

// Gestures of a visitor who holds a link. The two that only read are mutations all the same: the input of a question stands in
// the address, which proxies write into their logs.

export const openingOfInvitation = publicProcedure
  .input(openInvitationInput)
  .mutation(({ input }) => openInvitation(input.secret))

export const acceptanceOfInvitation = publicProcedure
  .input(acceptInvitationInput)
  .mutation(({ input, ctx }) => acceptInvitation(input, ctx.address ?? 'unknown'))

export const openingOfPasswordLink = publicProcedure
  .input(openPasswordLinkInput)
  .mutation(({ input }) => openPasswordLink(input.secret))

export const settingOfPassword = publicProcedure
  .input(setPasswordInput)
  .mutation(({ input }) => setPasswordByLink(input))

export const requestOfPasswordLink = publicProcedure
  .input(requestPasswordLinkInput)
  .mutation(async ({ input, ctx }) => {
    if (!sendsMails()) throw new DomainError('MAIL_NOT_CONFIGURED')
    await requestPasswordLink(input.email, ctx.address ?? 'unknown')
    return { email: input.email }
  })
