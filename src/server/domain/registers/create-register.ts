import type { CreateRegister, RegisterEntry } from '@/contract/registers'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { stages } from '@/server/db/tables/opportunities'
import { unitsOfMeasure } from '@/server/db/tables/services'
import { paymentTerms, taskTypes } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { refuseSaving } from '../refuse-saving'
import { lockRegister } from './load'
import { entityKindOf, registerTables } from './register-tables'
import { refusalsToSaveRegister } from './rules'

/** Adds a row at the end of a small register. Refuses ALREADY_EXISTS when its name or code is another's. */
export async function createRegister(ctx: Ctx, { entry }: CreateRegister) {
  authorize(ctx, 'registers.write')
  const rows = await lockRegister(ctx, entry.kind)
  refuseSaving(refusalsToSaveRegister(rows, entry))
  await refuseUnknownPipeline(ctx, entry)
  const id = uuidv7()
  const position = Math.max(-1, ...rows.map((row) => row.position ?? 0)) + 1
  await insertEntry(ctx, entry, id, position)
  await recordEvent(ctx, {
    name: 'register.created',
    entityKind: entityKindOf[entry.kind],
    entityId: id,
    data: { ...entry },
  })
  return { id, kind: entry.kind, name: entry.name }
}

async function refuseUnknownPipeline(ctx: Ctx, entry: RegisterEntry): Promise<void> {
  if (entry.kind !== 'stages') return
  const found = await lockRegister(ctx, 'pipelines')
  if (found.every(({ id }) => id !== entry.pipelineId)) {
    throw new DomainError('REFERENCE_NOT_FOUND', {}, [{ code: 'REFERENCE_NOT_FOUND', field: 'entry.pipelineId' }])
  }
}

async function insertEntry({ tx }: Ctx, entry: RegisterEntry, id: string, position: number): Promise<unknown> {
  switch (entry.kind) {
    case 'stages':
      return tx.insert(stages).values({ ...entry, id, position })
    case 'taskTypes':
      return tx.insert(taskTypes).values({ ...entry, id, position })
    case 'unitsOfMeasure':
      return tx.insert(unitsOfMeasure).values({ ...entry, id })
    case 'paymentTerms':
      return tx.insert(paymentTerms).values({ ...entry, id })
    default:
      return tx.insert(registerTables[entry.kind]).values({ id, name: entry.name, position })
  }
}
