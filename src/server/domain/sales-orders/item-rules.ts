import type { Refusal } from '@/contract/errors'
import type { LoadItemState, NoteRef } from './load-item-state'
import { quantityOf } from './rules'

/** An order that was cancelled or closed takes no change. */
export function refusalsToKeepOrderOpen({ number, status }: { number: number; status: string }): Refusal[] {
  if (status !== 'cancelled' && status !== 'closed') return []
  return [{ code: 'ORDER_NOT_OPEN', params: { number, status } }]
}

/** E12: while a note with the item is processing, its quantity and price stay as they are. */
export function frozenByNote(notes: readonly NoteRef[]): Refusal[] {
  return notes
    .filter(({ status }) => status === 'processing')
    .map(({ id, number }) => ({ code: 'ITEM_FROZEN_BY_INVOICE', action: { kind: 'open_invoice', id, number } }))
}

/** E3, E4: a quantity below what was concluded, or below what was billed, with the least that is allowed. */
export function refusalsBelow({ item, notes }: LoadItemState, unitCount: number): Refusal[] {
  const invoiced = item.unitsInvoiced + item.counterInvoiced
  const kept = Math.max(item.unitsConcluded, item.counterInvoiced)
  const params = {
    wanted: quantityOf({ unitCount, unitQuantity: item.unitQuantity }),
    concluded: item.unitsConcluded,
    invoiced,
    minimum: quantityOf({ unitCount: kept, unitQuantity: item.unitQuantity }),
  }
  const refusals: Refusal[] = []
  if (unitCount < item.unitsConcluded) {
    refusals.push({ code: 'BELOW_CONCLUDED', params, itemId: item.id, field: 'quantity' })
  }
  if (unitCount < invoiced) {
    const [first] = notes
    refusals.push({
      code: 'BELOW_INVOICED',
      params: { ...params, invoices: notes.map(labelOfNote).join(', ') },
      itemId: item.id,
      field: 'quantity',
      action: first && { kind: 'cancel_invoice', id: first.id, number: first.number },
    })
  }
  return refusals
}

/** E6: an item with concluded or billed units stays; its balance can be closed. */
export function refusalsToRemove({ item }: LoadItemState): Refusal[] {
  const invoiced = item.unitsInvoiced + item.counterInvoiced
  const way = { itemId: item.id, action: { kind: 'close_item_balance', id: item.id } } as const
  const refusals: Refusal[] = []
  if (invoiced > 0) {
    refusals.push({ code: 'ITEM_HAS_BILLED_UNITS', params: { item: item.position, invoiced }, ...way })
  }
  if (item.unitsConcluded > 0) {
    const params = { item: item.position, concluded: item.unitsConcluded }
    refusals.push({ code: 'ITEM_HAS_CONCLUDED_UNITS', params, ...way })
  }
  return refusals
}

const labelOfNote = ({ number, nfseNumber }: NoteRef) => nfseNumber ?? String(number)
