import type { inferRouterOutputs } from '@trpc/server'
import type { DraftInvoice, IssueInvoice } from '@/contract/invoices'
import type { AppRouter } from '@/server/api/root'

/** The dialog's question: what each item allows and exactly the notes that confirming would make. */
export type InvoiceDraft = inferRouterOutputs<AppRouter>['invoices']['draft']
export type DraftItem = InvoiceDraft['items'][number]
export type DraftNote = InvoiceDraft['notes'][number]

type ItemChoice = NonNullable<DraftInvoice['items']>[number]

/** What the person asked for. Without `items` a partial note takes all that can be billed. */
export type IssueSelection = {
  mode: 'partial' | 'full'
  items?: readonly ItemChoice[]
  competenceMonth?: string
  /** Texts that the person rewrote, by the key of the note. */
  texts: Readonly<Record<string, string>>
}

export const emptySelection: IssueSelection = { mode: 'partial', texts: {} }

/** The question that goes with a selection; texts change nothing in it. */
export function draftInputOf(salesOrder: number, { mode, items, competenceMonth }: IssueSelection): DraftInvoice {
  return { salesOrder, mode, items: mode === 'full' || !items ? undefined : [...items], competenceMonth }
}

/** How many units of an item are asked for, before the server has answered. */
export function unitsAsked({ mode, items }: IssueSelection, item: DraftItem): number {
  const choice = mode === 'partial' ? items?.find(({ itemId }) => itemId === item.id) : undefined
  return choice ? (choice.taskIds?.length ?? choice.units ?? 0) : item.billable
}

/** The units that a person chose one by one, or null while the oldest conclusions are taken. */
export function chosenUnits({ mode, items }: IssueSelection, itemId: string): readonly string[] | null {
  return (mode === 'partial' && items?.find((choice) => choice.itemId === itemId)?.taskIds) || null
}

/** The selection with one item asked for otherwise; the others stay as they are shown. */
export function withItem(
  selection: IssueSelection,
  draft: InvoiceDraft,
  itemId: string,
  choice: Omit<ItemChoice, 'itemId'>,
): IssueSelection {
  const items = draft.items.map((item) => {
    if (item.id === itemId) return { itemId, ...choice }
    const taskIds = chosenUnits(selection, item.id)
    return taskIds
      ? { itemId: item.id, taskIds: [...taskIds] }
      : { itemId: item.id, units: unitsAsked(selection, item) }
  })
  return { ...selection, mode: 'partial', items }
}

/** What confirming sends: the very units that are shown, so that another person's note is noticed (F5) and not replaced. */
export function issueInputOf(draft: InvoiceDraft, selection: IssueSelection): Omit<IssueInvoice, 'commandId'> {
  const { mode, competenceMonth } = selection
  const items = draft.items.flatMap(({ id, now }) => {
    if (now.units === 0) return []
    return [now.taskIds.length > 0 ? { itemId: id, taskIds: now.taskIds } : { itemId: id, units: now.units }]
  })
  const texts = draft.notes.flatMap(({ key }) => {
    const text = selection.texts[key]?.trim()
    return text ? [{ key, text }] : []
  })
  return {
    salesOrderId: draft.salesOrder.id,
    mode,
    items: mode === 'full' ? undefined : items,
    competenceMonth,
    texts: texts.length > 0 ? texts : undefined,
  }
}
