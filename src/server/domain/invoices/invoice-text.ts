import { invoiceTextLimit } from '@/contract/invoices'
import { type CalendarDate, formatDate, formatDayMonth } from '@/lib/calendar-date'
import { formatQuantity } from '@/lib/quantity'
import { unitRanges } from '@/lib/unit-ranges'

/** One line of a note as its text tells it. `unitNos` is empty when the item has no tasks. */
export type TextLine = {
  description: string
  /** Units times the quantity of one, as a decimal string. */
  quantity: string
  unitCode: string
  unitNos: readonly number[]
  /** The highest number of the item: the "15" of "3/15". */
  unitTotal: number
  concludedOn: readonly CalendarDate[]
}

/**
 * The text of a note, written from its units (F19): "Pedido 123: Visita (7 UN), unid. 1-7/15, 03 a 12/11/2026". At most
 * `limit` characters (the DPS takes 2,000): it first says less per line, then of fewer lines, and is never cut in a word
 * while anything else helps. It is in Portuguese because it is part of a Brazilian fiscal document.
 */
export function invoiceText(
  order: { number: number },
  lines: readonly TextLine[],
  limit: number = invoiceTextLimit,
): string {
  const head = `Pedido ${order.number}: `
  const period = periodOf(lines.flatMap(({ concludedOn }) => concludedOn))
  const overall = period && `. Período: ${period}`
  const said = lines.map(partsOf)
  const full = said.map(({ what, units, when }) => [what, units, when].filter(Boolean).join(', ')).join('; ')
  const withoutDates = said.map(({ what, units }) => [what, units].filter(Boolean).join(', ')).join('; ')
  const withoutUnits = said.map(({ what }) => what).join('; ')
  for (const body of [full, withoutDates + overall, withoutUnits + overall]) {
    if (lengthOf(head + body) <= limit) return head + body
  }
  return shortest(
    head,
    said.map(({ what }) => what),
    overall,
    limit,
  )
}

function partsOf({ description, quantity, unitCode, unitNos, unitTotal, concludedOn }: TextLine) {
  return {
    what: `${tidy(description)} (${formatQuantity(quantity)} ${unitCode})`,
    units: unitTotal > 1 && unitNos.length > 0 ? `unid. ${unitRanges(unitNos)}/${unitTotal}` : '',
    when: periodOf(concludedOn),
  }
}

/** `03 a 12/11/2026`, `28/10 a 03/11/2026`, `28/12/2026 a 03/01/2027`, `12/11/2026`; empty for no dates. */
export function periodOf(dates: readonly CalendarDate[]): string {
  const sorted = [...dates].sort()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return ''
  if (first === last) return formatDate(first)
  if (first.slice(0, 7) === last.slice(0, 7)) return `${first.slice(8)} a ${formatDate(last)}`
  if (first.slice(0, 4) === last.slice(0, 4)) return `${formatDayMonth(first)} a ${formatDate(last)}`
  return `${formatDate(first)} a ${formatDate(last)}`
}

// As many lines as fit, each complete; the rest as a number. Only a single line too long for itself is cut.
function shortest(head: string, lines: readonly string[], overall: string, limit: number): string {
  for (let kept = lines.length - 1; kept >= 1; kept -= 1) {
    const left = lines.length - kept
    const more = left === 1 ? ' e mais 1 item' : ` e mais ${left} itens`
    const text = head + lines.slice(0, kept).join('; ') + more + overall
    if (lengthOf(text) <= limit) return text
  }
  const tail = overall ? `..${overall}` : '...'
  const room = limit - lengthOf(head) - lengthOf(tail)
  return `${head}${[...(lines[0] ?? '')].slice(0, room).join('').trimEnd()}${tail}`
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const lengthOf = (text: string) => [...text].length
