import { eq } from 'drizzle-orm'
import type { RegisterEntry, UpdateRegister } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import { stages } from '@/server/db/tables/opportunities'
import { unitsOfMeasure } from '@/server/db/tables/services'
import { paymentTerms, taskTypes } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { refuseSaving } from '../refuse-saving'
import { refuseStale } from '../refuse-stale'
import { lockRegister } from './load'
import { entityKindOf, registerTables } from './register-tables'
import { refusalsToSaveRegister } from './rules'

/** Changes a row of a small register; a stage stays in its pipeline. Refuses VERSION_CONFLICT, and ALREADY_EXISTS when its name or code is another's. */
export async function updateRegister(ctx: Ctx, { id, version, entry }: UpdateRegister) {
  authorize(ctx, 'registers.write')
  const rows = await lockRegister(ctx, entry.kind)
  const before = rows.find((row) => row.id === id)
  const isMoved = entry.kind === 'stages' && before?.pipelineId !== entry.pipelineId
  if (!before || isMoved) throw new DomainError('NOT_FOUND')
  refuseStale(before, { version })
  refuseSaving(
    refusalsToSaveRegister(
      rows.filter((row) => row !== before),
      entry,
    ),
  )
  await updateEntry(ctx, entry, id)
  const { kind, ...fields } = entry
  await recordEvent(ctx, {
    name: 'register.updated',
    entityKind: entityKindOf[kind],
    entityId: id,
    data: { changes: changedFields({ ...before }, fields) },
  })
  return { id, kind, name: entry.name, version: version + 1 }
}

async function updateEntry({ tx }: Ctx, entry: RegisterEntry, id: string): Promise<unknown> {
  switch (entry.kind) {
    case 'stages': {
      const { name, probability } = entry
      return tx.update(stages).set({ name, probability }).where(eq(stages.id, id))
    }
    case 'taskTypes': {
      const { kind: _, ...fields } = entry
      return tx.update(taskTypes).set(fields).where(eq(taskTypes.id, id))
    }
    case 'unitsOfMeasure': {
      const { kind: _, ...fields } = entry
      return tx.update(unitsOfMeasure).set(fields).where(eq(unitsOfMeasure.id, id))
    }
    case 'paymentTerms': {
      const { kind: _, ...fields } = entry
      return tx.update(paymentTerms).set(fields).where(eq(paymentTerms.id, id))
    }
    default: {
      const table = registerTables[entry.kind]
      return tx.update(table).set({ name: entry.name }).where(eq(table.id, id))
    }
  }
}
