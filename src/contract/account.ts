import { z } from 'zod'
import { commandInput } from './errors'
import { emailAddress, newPassword } from './session'
import { requiredText } from './text-fields'

/** The secret of a link as it stands after the # of its address. */
const linkSecret = z.string().min(1).max(200)

export const openInvitationInput = z.strictObject({ secret: linkSecret })

/** `name` counts for a new account only; `password` is a new one, or that of the account that the e-mail has already. */
export const acceptInvitationInput = commandInput
  .extend({ secret: linkSecret, name: requiredText(120), password: newPassword })
  .strict()
export type AcceptInvitation = z.infer<typeof acceptInvitationInput>

export const openPasswordLinkInput = openInvitationInput

export const setPasswordInput = commandInput.extend({ secret: linkSecret, password: newPassword }).strict()
export type SetPassword = z.infer<typeof setPasswordInput>

export const requestPasswordLinkInput = commandInput.extend({ email: emailAddress }).strict()

export const getAccountInput = z.strictObject({})

export const renamePersonInput = commandInput.extend({ name: requiredText(120) }).strict()

export const changePasswordInput = commandInput
  .extend({ currentPassword: z.string().min(1).max(128), password: newPassword })
  .strict()
export type ChangePassword = z.infer<typeof changePasswordInput>

export const endSessionInput = commandInput.extend({ sessionId: z.uuid() }).strict()

export const endOtherSessionsInput = commandInput.strict()
