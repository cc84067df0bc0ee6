import { parseMoney } from '@/lib/money'
import { isWholeQuantity, parseQuantity } from '@/lib/quantity'
import { type FoundService, type OrderFormRow, rowOfService } from './order-form-values'

/** What keeps a pasted line from becoming an item. */
export type PasteProblem = 'quantity' | 'price' | 'description' | 'unknown' | 'ambiguous' | 'fraction'

/** One line as it was pasted; `line` counts from 1, the price is in cents. */
export type PastedLine = {
  line: number
  /** A service's code or description. */
  name: string
  description: string | null
  quantity: string | null
  unitPriceCents: number | null
  problem: PasteProblem | null
}

const LONGEST = 200

/**
 * Lines copied from a sheet: code or description, optionally the item's own description, quantity, optionally the price;
 * parted by tabs or semicolons. Empty lines and a heading without any number are left out.
 */
export function readPastedLines(text: string): PastedLine[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...rest] = lines
  const isHeading = first && rest.length > 0 && first.cells.length > 1 && !first.cells.some((cell) => /\d/.test(cell))
  return (isHeading ? rest : lines).map(lineOf)
}

/** The item that a line stands for, once it is known which services bear its name. */
export function rowOfPasted(line: PastedLine, found: readonly FoundService[]): OrderFormRow | PasteProblem {
  if (line.problem) return line.problem
  const [service, ...others] = found
  if (!service) return 'unknown'
  if (others.length > 0) return 'ambiguous'
  if (line.quantity === null) return 'quantity'
  if (!service.allowsFractions && !isWholeQuantity(line.quantity)) return 'fraction'
  const row = rowOfService(service)
  return {
    ...row,
    description: line.description ?? row.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents ?? row.unitPriceCents,
    discountCents: null,
  }
}

const cellsOf = (line: string) =>
  line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim().replace(/\s+/g, ' '))

function lineOf({ line, cells: [name = '', ...rest] }: { line: number; cells: string[] }): PastedLine {
  const cells = rest.filter((cell) => cell !== '')
  const hasDescription = cells.length > 1 && !/^[\d.,]+$/.test(cells[0] ?? '')
  const [amount = '', price = ''] = hasDescription ? cells.slice(1) : cells
  const description = hasDescription ? (cells[0] ?? null) : null
  const quantity = parseQuantity(amount)
  const unitPriceCents = price === '' ? null : parseMoney(price)
  const problem =
    name === ''
      ? 'unknown'
      : name.length > LONGEST || (description?.length ?? 0) > LONGEST
        ? 'description'
        : quantity === null
          ? 'quantity'
          : price !== '' && unitPriceCents === null
            ? 'price'
            : null
  return { line, name, description, quantity, unitPriceCents, problem }
}
