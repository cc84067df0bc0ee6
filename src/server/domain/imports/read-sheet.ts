import { importLimits } from '@/contract/imports'
import { DomainError } from '../refusal'
import { cleanCell } from './cell-rules'
import { readCsv } from './read-csv'
import { readWorkbook } from './read-workbook'

/** A sheet's head and the lines below it that say anything; `line` counts as the sheet does, from 1. */
export type Sheet = { headers: string[]; rows: { line: number; cells: string[] }[] }

/**
 * A CSV or XLSX file as head and lines; which it is, its bytes say, not its name.
 * Throws DomainError FILE_NOT_A_SHEET, SHEET_EMPTY, SHEET_TOO_LONG, SHEET_TOO_WIDE or SHEET_QUOTE_OPEN.
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWorkbook = buffer.subarray(0, 2).toString('latin1') === 'PK'
  const table = isWorkbook ? await readWorkbook(buffer) : readCsv(buffer)
  const said = table
    .map((cells, index) => ({ line: index + 1, cells: trimmed(cells) }))
    .filter(({ cells }) => cells.length > 0)
  const [head, ...rows] = said
  if (!head || rows.length === 0) throw new DomainError('SHEET_EMPTY')
  if (rows.length > importLimits.lines) throw new DomainError('SHEET_TOO_LONG', { limit: importLimits.lines })
  const width = said.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  if (width > importLimits.columns) throw new DomainError('SHEET_TOO_WIDE', { limit: importLimits.columns })
  return { headers: Array.from({ length: width }, (_, index) => head.cells[index] ?? ''), rows }
}

function trimmed(cells: readonly string[]): string[] {
  const clean = cells.map(cleanCell)
  return clean.slice(0, clean.findLastIndex((cell) => cell !== '') + 1)
}
