import type { CreateContract } from '@/contract/contracts'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { contracts } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuseSaving } from '../refuse-saving'
import { loadContractFacts } from './load'
import { refusalsToSaveContract } from './rules'

/** Adds a contract, which orders may name. Refuses ALREADY_EXISTS when its code is another's. */
export async function createContract(ctx: Ctx, { commandId: _, ...fields }: CreateContract) {
  authorize(ctx, 'contracts.write')
  refuseSaving(refusalsToSaveContract(await loadContractFacts(ctx, fields), fields.code))
  const id = uuidv7()
  await ctx.tx.insert(contracts).values({ id, ...fields })
  await recordEvent(ctx, { name: 'contract.created', entityKind: 'contract', entityId: id, data: fields })
  return { id, code: fields.code, description: fields.description }
}
