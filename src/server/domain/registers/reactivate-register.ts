import type { RegisterActivity } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { setRegisterActivity } from './set-register-activity'

/** Offers a row of a small register again. */
export async function reactivateRegister(ctx: Ctx, { kind, id }: RegisterActivity) {
  authorize(ctx, 'registers.write')
  return setRegisterActivity(ctx, kind, id, true)
}
