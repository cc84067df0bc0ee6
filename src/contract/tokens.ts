import { z } from 'zod'
import { calendarDay } from './calendar-day'
import { commandInput } from './errors'
import { permissions } from './permissions'
import { requiredText } from './text-fields'

export const listTokensInput = z.strictObject({})

export const createTokenInput = commandInput
  .extend({
    name: requiredText(80),
    permissions: z
      .array(z.enum(permissions))
      .min(1, { error: 'TOKEN_PERMISSION_REQUIRED' })
      .max(permissions.length)
      .transform((chosen) => permissions.filter((permission) => chosen.includes(permission))),
    /** The last calendar day on which it works, in the company's time zone. */
    expiresOn: calendarDay,
  })
  .strict()
export type CreateToken = z.infer<typeof createTokenInput>

export const revokeTokenInput = commandInput.extend({ tokenId: z.uuid() }).strict()
export type RevokeToken = z.infer<typeof revokeTokenInput>
