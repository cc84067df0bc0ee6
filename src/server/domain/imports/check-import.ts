import type { ImportReading, ImportRegister } from '@/contract/imports'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { refuse } from '../refusal'
import { linesOfSheet, refusalsOfMapping } from './import-rules'
import { planCustomers } from './plan-customers'
import { planServices } from './plan-services'
import type { Sheet } from './read-sheet'

const FAULTS_SHOWN = 200
const LINES_SHOWN = 20
const DUPLICATES_SHOWN = 100

/**
 * What importing the sheet would do, computed by the code that will do it: how many are created, changed and left out, every
 * fault by line and column (the first 200), what exists already, and the first lines as they would be read.
 */
export async function checkImport(ctx: Ctx, { register, sheet, reading }: CheckedImport) {
  authorize(ctx, register === 'customers' ? 'customers.write' : 'services.write')
  refuse(refusalsOfMapping(register, reading.mapping))
  const lines = linesOfSheet(sheet, reading)
  const options = { duplicates: reading.duplicates, isLocking: false }
  const plan = await (register === 'customers' ? planCustomers(ctx, lines, options) : planServices(ctx, lines, options))
  const countOf = (outcome: (typeof plan.lines)[number]['outcome']) =>
    plan.lines.reduce((count, line) => count + (line.outcome === outcome ? 1 : 0), 0)
  const known = plan.lines.flatMap(({ line, stored, storedName }) =>
    stored && storedName
      ? [{ line, id: stored.id, number: 'number' in stored ? stored.number : null, name: storedName }]
      : [],
  )
  return {
    lineCount: lines.length,
    createCount: countOf('create'),
    updateCount: countOf('update'),
    skipCount: countOf('skip'),
    faultyLineCount: countOf('fault'),
    faultCount: plan.faults.length,
    faults: plan.faults.slice(0, FAULTS_SHOWN),
    duplicateCount: known.length,
    duplicates: known.slice(0, DUPLICATES_SHOWN),
    lines: plan.lines.slice(0, LINES_SHOWN).map(({ line, cells, outcome }) => ({ line, cells, outcome })),
  }
}

export type CheckedImport = { register: ImportRegister; sheet: Sheet; reading: ImportReading }
