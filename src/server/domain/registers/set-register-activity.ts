import { eq } from 'drizzle-orm'
import type { RegisterKind } from '@/contract/registers'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { lockRegisterRow } from './load'
import { entityKindOf, registerTables } from './register-tables'

/** The common step of inactivating and reactivating a row of a register; already there changes nothing. */
export async function setRegisterActivity(ctx: Ctx, kind: RegisterKind, id: string, isActive: boolean) {
  const { name, isActive: was } = await lockRegisterRow(ctx, kind, id)
  if (was !== isActive) {
    const table = registerTables[kind]
    await ctx.tx.update(table).set({ isActive }).where(eq(table.id, id))
    const happened = isActive ? 'register.reactivated' : 'register.inactivated'
    await recordEvent(ctx, { name: happened, entityKind: entityKindOf[kind], entityId: id })
  }
  return { id, kind, name, isActive }
}
