import { CsvError, parse } from 'csv-parse/sync'
import { importLimits } from '@/contract/imports'
import { DomainError } from '../refusal'

const SEPARATORS = [';', ',', '\t', '|'] as const
const LINES_LOOKED_AT = 20

/**
 * The cells of a text sheet, whatever a Brazilian spreadsheet or system makes: UTF-8, UTF-16 or windows-1252; semicolons, commas or
 * tabs. Throws DomainError FILE_NOT_A_SHEET for what is no text, SHEET_QUOTE_OPEN when a quote is not closed.
 */
export function readCsv(bytes: Buffer): string[][] {
  const text = textOf(bytes).replace(/^sep=(.)\r?\n/i, '')
  if (text.includes('\0')) throw new DomainError('FILE_NOT_A_SHEET')
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      // Systems that write no quotes at all leave inches and nicknames bare in the middle of a cell.
      relax_quotes: true,
      skip_empty_lines: false,
      to: importLimits.lines * 3,
      max_record_size: 200_000,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new DomainError('SHEET_QUOTE_OPEN', { line: Number(error.lines) || 1 })
    throw new DomainError('FILE_NOT_A_SHEET')
  }
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that the first lines have most of outside quotes; a sheet of one column has none, and any will do. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter(Boolean)
    .slice(0, LINES_LOOKED_AT)
  // The head says it best: amounts below it have commas of their own.
  const weigh = (separator: string) => {
    const [head = '', ...rest] = lines.map((line) => line.split(separator).length - 1)
    return Number(head) * 1000 + rest.reduce((sum, count) => sum + count, 0)
  }
  return SEPARATORS.reduce<string>((best, separator) => (weigh(separator) > weigh(best) ? separator : best), ';')
}
