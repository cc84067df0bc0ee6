import { eq } from 'drizzle-orm'
import type { UpdateContract } from '@/contract/contracts'
import { authorize } from '@/server/auth/authorize'
import { contracts } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { refuseSaving } from '../refuse-saving'
import { refuseStale } from '../refuse-stale'
import { loadContractFacts, lockContract } from './load'
import { refusalsToSaveContract } from './rules'

/** Changes or inactivates a contract. Refuses VERSION_CONFLICT, and ALREADY_EXISTS when its code is another's. */
export async function updateContract(ctx: Ctx, { commandId: _, id, version, ...fields }: UpdateContract) {
  authorize(ctx, 'contracts.write')
  const before = await lockContract(ctx, id)
  refuseStale(before, { version })
  refuseSaving(refusalsToSaveContract(await loadContractFacts(ctx, fields, id), fields.code))
  await ctx.tx.update(contracts).set(fields).where(eq(contracts.id, id))
  await recordEvent(ctx, {
    name: 'contract.updated',
    entityKind: 'contract',
    entityId: id,
    data: { changes: changedFields(before, fields) },
  })
  return { id, code: fields.code, description: fields.description, version: version + 1 }
}
