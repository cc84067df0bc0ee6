import { z } from 'zod'
import { commandInput } from './errors'
import { listInvoicesInput } from './invoices'
import { listOpportunitiesInput } from './opportunities'
import { listQuotesInput } from './quotes'
import { listSalesOrdersInput } from './sales-orders'
import { listTasksInput } from './tasks'
import { requiredText } from './text-fields'

const schemas = {
  salesOrders: listSalesOrdersInput,
  quotes: listQuotesInput,
  opportunities: listOpportunitiesInput,
  tasks: listTasksInput,
  invoices: listInvoicesInput,
}

/** The lists whose filters can be kept under a name. */
export const viewedLists = ['salesOrders', 'quotes', 'opportunities', 'tasks', 'invoices'] as const
export type ViewedList = (typeof viewedLists)[number]

/** Most views that one person keeps of one list. */
export const mostSavedViews = 50

const list = z.enum(viewedLists)

export const listSavedViewsInput = z.strictObject({ list })
export type ListSavedViews = z.infer<typeof listSavedViewsInput>

/** With `viewId` the view is changed, without it made. `query` is the list's address after the question mark. */
export const saveViewInput = commandInput
  .extend({
    list,
    viewId: z.uuid().nullable().default(null),
    name: requiredText(60),
    query: z.string().max(2000),
    isShared: z.boolean().default(false),
  })
  .strict()
export type SaveView = z.infer<typeof saveViewInput>

export const removeViewInput = commandInput.extend({ list, viewId: z.uuid() }).strict()
export type RemoveView = z.infer<typeof removeViewInput>

/**
 * What a view keeps of a list's address: words, filters, order and the tab, in one order whatever the address had; neither
 * the page nor what is open over it.
 */
export function viewQuery(list: ViewedList, address: URLSearchParams): string {
  const kept = Object.keys(schemas[list].shape)
    .filter((name) => name !== 'cursor')
    .toSorted((a, b) => a.localeCompare(b))
    .flatMap((name) => {
      const value = address.get(name)
      return value ? [[name, value]] : []
    })
  return new URLSearchParams(kept).toString()
}
