import { sql } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumbers } from '@/server/db/next-number'
import type { Ctx } from '../context'
import { saveCustomers } from '../customers/save-customers'
import { DomainError, refuse } from '../refusal'
import { saveServices } from '../services/save-services'
import type { CheckedImport } from './check-import'
import type { ImportFault } from './fault-rules'
import type { PlannedLine } from './import-plan-rules'
import { linesOfSheet, refusalsOfMapping } from './import-rules'
import { planCustomers } from './plan-customers'
import { planServices } from './plan-services'

/** Lines of one statement: few enough for the parameters that one may have. */
const LINES_AT_ONCE = 500
const FAULTS_TOLD = 200

/** How far the import is: lines written, of all that are to be. */
export type TellProgress = (progress: { done: number; total: number }) => void

/**
 * Imports a whole sheet or nothing of it, in the caller's transaction. Refuses IMPORT_HAS_FAULTS with every fault (the first 200),
 * and BUSY while another import of the company is under way.
 */
export async function runImport(ctx: Ctx, { register, sheet, reading }: CheckedImport, tell: TellProgress) {
  authorize(ctx, register === 'customers' ? 'customers.write' : 'services.write')
  refuse(refusalsOfMapping(register, reading.mapping))
  await lockImports(ctx)
  const lines = linesOfSheet(sheet, reading)
  const options = { duplicates: reading.duplicates, isLocking: true }
  if (register === 'customers') {
    const plan = await planCustomers(ctx, lines, options)
    refuseFaults(plan.faults)
    const numbers = await nextNumbers(ctx.tx, 'customers', countOf(plan.lines, 'create'))
    let next = 0
    const saved = written(plan.lines).map(({ stored, fields }) => ({
      id: stored?.id ?? uuidv7(),
      number: stored?.number ?? numbers[next++] ?? 0,
      fields,
      before: stored,
    }))
    await inParts(saved, (part) => saveCustomers(ctx, part), tell)
    return summaryOf(plan.lines)
  }
  const plan = await planServices(ctx, lines, options)
  refuseFaults(plan.faults)
  const saved = written(plan.lines).map(({ stored, fields }) => ({
    id: stored?.id ?? uuidv7(),
    fields,
    before: stored,
  }))
  await inParts(saved, (part) => saveServices(ctx, part), tell)
  return summaryOf(plan.lines)
}

// Two imports at once could each add what has no document to be known by.
async function lockImports({ tx, actor }: Ctx): Promise<void> {
  const [lock] = await tx.execute<{ is_free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${`import ${actor.companyId}`})) as is_free`,
  )
  if (!lock?.is_free) throw new DomainError('BUSY')
}

function refuseFaults(faults: readonly ImportFault[]): void {
  if (faults.length === 0) return
  const told = faults
    .slice(0, FAULTS_TOLD)
    .map(({ line, field, code, params }) => ({ code, params, field: `${line}.${field}` }))
  throw new DomainError('IMPORT_HAS_FAULTS', { count: faults.length }, told)
}

type Written<Fields, Stored> = PlannedLine<Fields, Stored> & { fields: Fields }

function written<Fields, Stored>(lines: readonly PlannedLine<Fields, Stored>[]): Written<Fields, Stored>[] {
  return lines.flatMap((line) => (line.fields === null ? [] : [{ ...line, fields: line.fields }]))
}

async function inParts<Saved>(
  saved: readonly Saved[],
  save: (part: readonly Saved[]) => Promise<void>,
  tell: TellProgress,
): Promise<void> {
  for (let done = 0; done < saved.length; done += LINES_AT_ONCE) {
    tell({ done, total: saved.length })
    await save(saved.slice(done, done + LINES_AT_ONCE))
  }
  tell({ done: saved.length, total: saved.length })
}

function summaryOf(lines: readonly PlannedLine<unknown, unknown>[]) {
  return {
    createdCount: countOf(lines, 'create'),
    updatedCount: countOf(lines, 'update'),
    skippedCount: countOf(lines, 'skip'),
  }
}

function countOf(
  lines: readonly PlannedLine<unknown, unknown>[],
  outcome: PlannedLine<unknown, unknown>['outcome'],
): number {
  return lines.reduce((count, line) => count + (line.outcome === outcome ? 1 : 0), 0)
}
