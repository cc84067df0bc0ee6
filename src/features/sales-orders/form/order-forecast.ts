import Big from 'big.js'
import { divideHalfEven } from '@/lib/money-share'
import type { OrderFormRow, Prepared } from './order-form-values'

/** What confirming will come to: shown beside the button; the server counts again and has the last word. */
export type OrderForecast = {
  itemCount: number
  tasks: number
  grossCents: number
  discountCents: number
  totalCents: number
}

/** Adds up the rows. `granularity` is the company's, for services that do not choose (G10). */
export function orderForecast(
  rows: readonly OrderFormRow[],
  granularity: Prepared['settings']['granularity'],
): OrderForecast {
  const grossCents = rows.reduce((sum, row) => sum + grossOfRow(row), 0)
  const discountCents = rows.reduce((sum, row) => sum + (row.discountCents || 0), 0)
  const tasks = rows.reduce((sum, row) => sum + (tasksOfRow(row, granularity) ?? 0), 0)
  return { itemCount: rows.length, tasks, grossCents, discountCents, totalCents: grossCents - discountCents }
}

/** The gross amount of a row in cents; 0 while it cannot be read. */
export function grossOfRow({ quantity, unitPriceCents }: Pick<OrderFormRow, 'quantity' | 'unitPriceCents'>): number {
  if (!isDecimal(quantity) || !unitPriceCents) return 0
  const [whole, decimals = ''] = new Big(quantity).times(unitPriceCents).toFixed().split('.')
  const scale = 10 ** decimals.length
  return decimals === '' ? Number(whole) : Number(divideHalfEven(BigInt(`${whole}${decimals}`), BigInt(scale)))
}

/** How many tasks a row will have; null while that cannot be said. */
export function tasksOfRow(
  { service, quantity }: Pick<OrderFormRow, 'service' | 'quantity'>,
  ofCompany: Prepared['settings']['granularity'],
): number | null {
  if (!service || !isDecimal(quantity)) return null
  if (service.kind === 'goods') return 0
  const granularity = service.granularity ?? ofCompany
  if (granularity === 'none') return 0
  if (granularity === 'per_item' || service.allowsFractions) return 1
  return Number.isInteger(Number(quantity)) ? Number(quantity) : null
}

const isDecimal = (text: string) => /^\d{1,11}(\.\d{1,4})?$/.test(text)
