import type { Ctx } from '@/server/domain/context'
import { getSystem } from '@/server/domain/system/get-system'
import { freeSpace } from '@/server/gateways/storage/free-space'

/** What getSystem says, with the disk of this machine. */
export async function systemState(ctx: Ctx) {
  const state = await getSystem(ctx)
  return { ...state, disk: await freeSpace() }
}
