import { type CellValue, readXlsx } from 'hucre/xlsx'
import { importLimits } from '@/contract/imports'
import { DomainError } from '../refusal'
import { measureArchive } from './measure-archive'

const MOST_UNPACKED_BYTES = 48 * 1024 * 1024
const MOST_ENTRIES = 500
// One column more than a sheet may have, so that a wider one is seen to be; room for empty rows between those that say something.
const LAST_COLUMN = 'BI'
const MOST_ROWS = importLimits.lines * 3

/**
 * The cells of a workbook's first sheet as text. Formulas are never computed: a cell says what its file last showed.
 * Throws DomainError FILE_NOT_A_SHEET for what is no workbook or unpacks to more than a sheet of this size can.
 */
export async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const size = measureArchive(bytes, { mostEntries: MOST_ENTRIES, mostBytes: MOST_UNPACKED_BYTES })
  if (size === null) throw new DomainError('FILE_NOT_A_SHEET')
  const workbook = await readXlsx(new Uint8Array(bytes), {
    sheets: [0],
    range: `A1:${LAST_COLUMN}${MOST_ROWS}`,
  }).catch(() => null)
  const sheet = workbook?.sheets[0]
  if (!sheet) throw new DomainError('FILE_NOT_A_SHEET')
  return sheet.rows.map((row) => row.map(textOfCell))
}

function textOfCell(cell: CellValue): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'sim' : 'não'
  // A comma, because to a Brazilian reader of amounts a dot before three digits parts thousands.
  if (typeof cell === 'number') return plainNumber(cell).replace('.', ',')
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
}

function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded)
}
