import { sql } from 'drizzle-orm'
import type { ReorderRegister } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { lockRegister } from './load'
import { entityKindOf, registerTables } from './register-tables'
import { refusalsToReorder } from './rules'

/** Puts all rows of a register, or all stages of one pipeline, in the given order. Refuses VERSION_CONFLICT when the rows are not those. */
export async function reorderRegister(ctx: Ctx, { kind, ids }: ReorderRegister) {
  authorize(ctx, 'registers.write')
  const rows = await lockRegister(ctx, kind)
  const first = rows.find(({ id }) => id === ids[0])
  if (!first) throw new DomainError('NOT_FOUND')
  const present = rows.filter(({ pipelineId }) => pipelineId === first.pipelineId).map(({ id }) => id)
  refuse(refusalsToReorder(present, ids))
  const table = registerTables[kind]
  await ctx.tx
    .update(table)
    .set({ position: sql`array_position(${uuidArray(ids)}, ${table.id}) - 1` })
    .where(sql`${table.id} = any(${uuidArray(ids)})`)
  await recordEvent(ctx, {
    name: 'register.reordered',
    entityKind: entityKindOf[kind],
    entityId: first.pipelineId ?? first.id,
    data: { ids },
  })
  return { kind, ids }
}
