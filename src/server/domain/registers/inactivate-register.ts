import type { RegisterActivity } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { setRegisterActivity } from './set-register-activity'

/** Takes a row of a small register out of new choices; what names it keeps it (G16). */
export async function inactivateRegister(ctx: Ctx, { kind, id }: RegisterActivity) {
  authorize(ctx, 'registers.write')
  return setRegisterActivity(ctx, kind, id, false)
}
