import type { ImportField, ImportReading } from '@/contract/imports'
import { type CellFault, faultsOfLine, type ImportCells, type ImportFault, type ImportLine } from './fault-rules'

/** What one line would do; a line with faults does nothing. */
export type PlannedLine<Fields, Stored> = ImportLine & {
  outcome: 'create' | 'update' | 'skip' | 'fault'
  stored: Stored | null
  storedName: string | null
  fields: Fields | null
}

export type ImportPlan<Fields, Stored> = { lines: PlannedLine<Fields, Stored>[]; faults: ImportFault[] }

type Key<Stored> = { field: ImportField; text: string; stored: Stored | null }

type Reading<Fields, Stored> = Pick<ImportReading, 'duplicates'> & {
  /** By what a line names a record, and which one that is; null when it names none. */
  keyOf: (cells: ImportCells) => Key<Stored> | null
  nameOf: (stored: Stored) => string
  read: (cells: ImportCells, stored: Stored | null) => { fields: Fields | null; faults: CellFault[] }
}

/** Decides about every line: what exists is skipped or changed as chosen; a record that an earlier line named already is a fault. */
export function planLines<Fields, Stored extends { id: string }>(
  lines: readonly ImportLine[],
  { duplicates, keyOf, nameOf, read }: Reading<Fields, Stored>,
): ImportPlan<Fields, Stored> {
  const faults: ImportFault[] = []
  const firstLines = new Map<string, number>()
  const planned = lines.map((line): PlannedLine<Fields, Stored> => {
    const key = keyOf(line.cells)
    const stored = key?.stored ?? null
    const storedName = stored && nameOf(stored)
    const identity = stored?.id ?? (key && `${key.field === 'taxId' ? 'taxId' : 'name'} ${key.text}`)
    const first = identity === null ? undefined : firstLines.get(identity)
    if (identity !== null && first === undefined) firstLines.set(identity, line.line)
    const repeated: CellFault[] =
      key && first !== undefined ? [{ field: key.field, code: 'REPEATED_IN_SHEET', params: { line: first } }] : []
    if (stored && duplicates === 'skip' && repeated.length === 0) {
      return { ...line, outcome: 'skip', stored, storedName, fields: null }
    }
    const { fields, faults: own } = read(line.cells, stored)
    const all = faultsOfLine(line, [...repeated, ...own])
    faults.push(...all)
    if (all.length > 0 || fields === null) return { ...line, outcome: 'fault', stored, storedName, fields: null }
    return { ...line, outcome: stored ? 'update' : 'create', stored, storedName, fields }
  })
  return { lines: planned, faults }
}
