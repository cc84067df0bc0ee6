import type { ImportField } from '@/contract/imports'
import { type ServiceFields, serviceFields } from '@/contract/services'
import { foldAccents } from '@/lib/accent-fold'
import { parseMoney } from '@/lib/money'
import { refusalsToSaveService, type ServiceFacts } from '../services/rules'
import { type CellFault, faultsOfRefusals, faultsOfSchema, type ImportCells } from './fault-rules'

/** A service as it stands, for lines that change it. */
export type StoredService = ServiceFields & { id: string }

type Choice = { id: string; name: string; isActive: boolean }

/** What the lines of a sheet may name: units by their code, types of task by their folded name. */
export type ServiceReferences = Pick<ServiceFacts, 'isNationalServiceCode' | 'isNbsCode'> & {
  units: ReadonlyMap<string, Choice>
  taskTypes: ReadonlyMap<string, Choice>
}

const USUAL_UNIT = 'UN'

/** The service that a line describes; over `stored` it changes what the line says. Null with all faults when the form would refuse it. */
export function readService(
  cells: ImportCells,
  stored: StoredService | null,
  references: ServiceReferences,
): { fields: ServiceFields | null; faults: CellFault[] } {
  const unit = unitIn(cells, stored, references)
  const taskType = cells.taskType ? (references.taskTypes.get(foldAccents(cells.taskType)) ?? null) : undefined
  const values = valuesIn(cells)
  const faults: CellFault[] = [
    ...values.faults,
    ...(unit === null ? [{ field: 'unit', code: 'UNIT_OF_MEASURE_UNKNOWN' } as const] : []),
    ...(taskType === null ? [{ field: 'taskType', code: 'TASK_TYPE_UNKNOWN' } as const] : []),
  ]
  const { id: _, ...kept } = stored ?? { id: '' }
  const read = serviceFields.safeParse({
    ...kept,
    ...values.said,
    unitOfMeasureId: unit?.id ?? stored?.unitOfMeasureId,
    ...(taskType ? { taskTypeId: taskType.id } : {}),
  })
  if (!read.success) return { fields: null, faults: distinct([...faults, ...faultsOfSchema(read.error, columnOf)]) }
  const facts = {
    ...references,
    codeHolder: null,
    unitOfMeasure: unit ?? null,
    taskType: taskType ?? null,
    before: stored,
  }
  faults.push(...faultsOfRefusals(refusalsToSaveService(facts, read.data), columnOf))
  return { fields: faults.length > 0 ? null : read.data, faults: distinct(faults) }
}

/** By what a line names a service. */
export const keyOfService = ({ code }: ImportCells): string | null => code?.toUpperCase() ?? null

/** The unit that the line names; without one that of the stored service, or the usual one. Null when there is none of that code. */
function unitIn(
  { unit }: ImportCells,
  stored: StoredService | null,
  { units }: ServiceReferences,
): Choice | null | undefined {
  if (!unit && stored) return undefined
  return units.get((unit ?? USUAL_UNIT).toUpperCase()) ?? null
}

type Reader = (text: string) => unknown

// What cannot be read is undefined, and told as the fault of its column.
const readers: Partial<Record<ImportField, { into: keyof ServiceFields; read: Reader; fault: CellFault['code'] }>> = {
  unitPrice: { into: 'unitPriceCents', read: (text) => parseMoney(text) ?? undefined, fault: 'AMOUNT_INVALID' },
  kind: { into: 'kind', read: kindOf, fault: 'SERVICE_KIND_INVALID' },
  nationalServiceCode: {
    into: 'nationalServiceCode',
    read: (text) => digitsOf(text, 6),
    fault: 'NATIONAL_SERVICE_CODE_INVALID',
  },
  nbsCode: { into: 'nbsCode', read: (text) => digitsOf(text, 9), fault: 'NBS_CODE_INVALID' },
  issRate: { into: 'issRateBasisPoints', read: basisPointsOf, fault: 'PERCENT_INVALID' },
  issWithheld: { into: 'issWithheld', read: yesOrNo, fault: 'YES_OR_NO_EXPECTED' },
  durationMinutes: { into: 'durationMinutes', read: wholeNumber, fault: 'WHOLE_NUMBER_EXPECTED' },
}

function valuesIn(cells: ImportCells): { said: Record<string, unknown>; faults: CellFault[] } {
  const said: Record<string, unknown> = {}
  const faults: CellFault[] = []
  for (const field of ['code', 'description', 'instructions'] as const) if (cells[field]) said[field] = cells[field]
  for (const [field, { into, read, fault }] of Object.entries(readers) as [
    ImportField,
    NonNullable<(typeof readers)[ImportField]>,
  ][]) {
    const text = cells[field]
    if (!text) continue
    const value = read(text)
    if (value === undefined) faults.push({ field, code: fault })
    else said[into] = value
  }
  return { said, faults }
}

function kindOf(text: string): ServiceFields['kind'] | undefined {
  const said = foldAccents(text)
  if (/^(s|servicos?)$/.test(said)) return 'service'
  return /^(m|mercadorias?|p|produtos?|pecas?|materia(l|is))$/.test(said) ? 'goods' : undefined
}

// A sheet that took the code for a number has lost the zero that it begins with.
function digitsOf(text: string, length: number): string | undefined {
  const digits = text.replace(/[\s./-]/g, '')
  return /^\d+$/.test(digits) && digits.length >= length - 1 ? digits.padStart(length, '0') : undefined
}

/** `5`, `5,00 %` and `0,05`, as a sheet keeps a percentage: ISS lies between 2 and 5 per cent (LC 116/2003, art. 8 and 8-A). */
function basisPointsOf(text: string): number | undefined {
  const [, whole = '', fraction = ''] = /^(\d{1,2})(?:[.,](\d{1,4}))?\s*%?$/.exec(text) ?? []
  if (whole === '') return undefined
  const percent = Number(`${whole}.${fraction || '0'}`)
  const isFraction = percent > 0 && percent <= 0.05 && !text.includes('%')
  return Math.round(percent * (isFraction ? 10_000 : 100))
}

function yesOrNo(text: string): boolean | undefined {
  const said = foldAccents(text)
  if (/^(s|sim|1|x|verdadeiro|true)$/.test(said)) return true
  return /^(n|nao|0|falso|false)$/.test(said) ? false : undefined
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

const columns: Record<string, ImportField> = {
  description: 'description',
  kind: 'kind',
  unitOfMeasureId: 'unit',
  unitPriceCents: 'unitPrice',
  nationalServiceCode: 'nationalServiceCode',
  nbsCode: 'nbsCode',
  issRateBasisPoints: 'issRate',
  issWithheld: 'issWithheld',
  taskTypeId: 'taskType',
  durationMinutes: 'durationMinutes',
  instructions: 'instructions',
}

const columnOf = (path: string): ImportField => columns[path] ?? 'code'

// That a cell cannot be read is worth more than that its value is missing.
function distinct(faults: readonly CellFault[]): CellFault[] {
  return faults.filter((fault, index) => faults.findIndex(({ field }) => field === fault.field) === index)
}
