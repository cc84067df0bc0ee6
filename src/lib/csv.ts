import { stringify } from 'csv-stringify/browser/esm/sync'

/**
 * A table as the file that a Brazilian spreadsheet opens by itself: semicolons, a mark of UTF-8, lines that end as Windows ends
 * them. A cell that a spreadsheet would take for a formula is written as text.
 * @param rows the head first; null is an empty cell
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([...rows], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true })
}
