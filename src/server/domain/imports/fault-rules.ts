import type { z } from 'zod'
import { type ErrorCode, isErrorCode, type Refusal, type RefusalParams } from '@/contract/errors'
import type { ImportField } from '@/contract/imports'

/** Why one cell of a sheet cannot be kept. `line` counts as the sheet does, from 1. */
export type ImportFault = {
  line: number
  field: ImportField
  value: string
  code: ErrorCode
  params?: RefusalParams
}

/** What one line says of each field; what is missing or empty is not said. */
export type ImportCells = Partial<Record<ImportField, string>>

export type ImportLine = { line: number; cells: ImportCells }

/** A fault before its line and value are known. */
export type CellFault = Pick<ImportFault, 'field' | 'code' | 'params'>

/** What a schema or a rule has against a line, by the columns that it came from; a path that is no column's is the first one's. */
export function faultsOfSchema(error: z.ZodError, fieldOf: (path: string) => ImportField): CellFault[] {
  return error.issues.map((issue) => ({ field: fieldOf(issue.path.map(String).join('.')), ...meaningOf(issue) }))
}

/** The same for refusals of a domain rule. */
export function faultsOfRefusals(refusals: readonly Refusal[], fieldOf: (path: string) => ImportField): CellFault[] {
  return refusals.map(({ code, params, field = '' }) => ({ field: fieldOf(field), code, params }))
}

/** Faults of one line with its number and what stands in the cells. */
export function faultsOfLine({ line, cells }: ImportLine, faults: readonly CellFault[]): ImportFault[] {
  return faults.map((fault) => ({ line, value: cells[fault.field] ?? '', ...fault }))
}

function meaningOf(issue: z.core.$ZodIssue): Pick<CellFault, 'code' | 'params'> {
  if (isErrorCode(issue.message)) return { code: issue.message }
  const path = issue.path.at(-1)
  if (path === 'email') return { code: 'EMAIL_INVALID' }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { code: 'FIELD_TOO_LONG', params: { limit: Number(issue.maximum) } }
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return { code: 'FIELD_REQUIRED' }
  if (issue.code === 'too_big') return { code: 'FIELD_TOO_LARGE', params: { limit: Number(issue.maximum) } }
  if (issue.code === 'invalid_type') return { code: 'FIELD_REQUIRED' }
  return { code: 'INVALID_INPUT' }
}
