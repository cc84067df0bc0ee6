import Big from 'big.js'
import { grossOfRow, tasksOfRow } from '@/features/sales-orders/form/order-forecast'
import { divideHalfEven } from '@/lib/money-share'
import { type Quote, rowOfItem } from './quote-form-values'

/** Whether an item goes into the order, and how much of it. */
export type Take = { quoteItemId: string; isTaken: boolean; quantity: string }

/** What a part of an item comes to: shown before the server counts, in cents and tasks; zero while it cannot be read. */
export function partOf(item: Quote['items'][number], { isTaken, quantity }: Take) {
  if (!isTaken || !/^\d{1,11}(\.\d{1,4})?$/.test(quantity)) return { totalCents: 0, tasks: 0 }
  const row = { ...rowOfItem(item), quantity }
  const tasks = tasksOfRow(row, 'per_unit') ?? 0
  const scaled = (number: string) => BigInt(new Big(number).times(10_000).toFixed(0))
  const discount = divideHalfEven(BigInt(item.discountCents ?? 0) * scaled(quantity), scaled(item.quantity))
  return { totalCents: grossOfRow(row) - Number(discount), tasks }
}
