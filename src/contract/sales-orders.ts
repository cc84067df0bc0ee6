import { z } from 'zod'
import { calendarDay } from './calendar-day'
import { commandInput } from './errors'
import { listingFields } from './listing'
import { plainText, requiredText } from './text-fields'

/** Derived by the database, the first that holds of the later ones (DOMAIN.md section 2). */
export const salesOrderStatuses = [
  'open',
  'in_progress',
  'ready_to_invoice',
  'partly_invoiced',
  'invoiced',
  'closed',
  'cancelled',
] as const
export type SalesOrderStatus = (typeof salesOrderStatuses)[number]

/** The tabs of the order centre. */
export const salesOrderViews = ['all', 'billable', 'without_opportunity', 'partial', 'mine'] as const
export type SalesOrderView = (typeof salesOrderViews)[number]

export const salesOrderSorts = [
  '-issuedOn',
  'issuedOn',
  '-number',
  'number',
  'customer',
  '-customer',
  '-total',
  'total',
] as const
export type SalesOrderSort = (typeof salesOrderSorts)[number]

/** What the order centre and the order page can offer for one order. */
export const salesOrderActions = [
  'edit',
  'addItem',
  'generate',
  'generateMissing',
  'undoGeneration',
  'invoice',
  'duplicate',
  'share',
  'cancel',
  'closeBalance',
  'reactivate',
] as const
export type SalesOrderAction = (typeof salesOrderActions)[number]

/** Why the product itself cancelled a unit; other reasons are what a person wrote. */
export const unitCancelReasons = ['quantity_reduced', 'item_removed', 'balance_closed', 'generation_undone'] as const
export type UnitCancelReason = (typeof unitCancelReasons)[number]

/** How many items one order may have. */
export const maxItemsPerOrder = 200

/** Above this number of tasks the form asks for a confirmation with the number in it. */
export const tasksToConfirm = 200

/** How long "Desfazer geração" is offered, in minutes. */
export const undoGenerationMinutes = 10

/** Rows of the export. */
export const maxExportRows = 10_000

const version = z.int32().positive()
const reason = requiredText(500)

/** A decimal text: `15`, `2.5`, and `2,5` as people write it. The verb says what is wrong with anything else (G7). */
export const quantityText = z.string().trim().max(30)

const amountCents = z.int().nonnegative().max(99_999_999_999)

export const salesOrderHeaderFields = z.strictObject({
  customerId: z.uuid(),
  contactId: z.uuid().nullable().default(null),
  addressId: z.uuid().nullable().default(null),
  issuedOn: calendarDay,
  dueOn: calendarDay.nullable().default(null),
  sellerId: z.uuid(),
  paymentTermId: z.uuid().nullable().default(null),
  projectId: z.uuid().nullable().default(null),
  contractId: z.uuid().nullable().default(null),
  notes: plainText(2000),
})
export type SalesOrderHeaderFields = z.infer<typeof salesOrderHeaderFields>

/** Without description and price the service's own are taken. */
export const salesOrderItemFields = z.strictObject({
  serviceId: z.uuid(),
  description: requiredText(200).optional(),
  quantity: quantityText,
  unitPriceCents: amountCents.optional(),
  discountCents: amountCents.default(0),
})
export type SalesOrderItemFields = z.infer<typeof salesOrderItemFields>

/** The header alone, or header and items in one transaction. */
export const createSalesOrderInput = z.strictObject({
  ...commandInput.shape,
  header: salesOrderHeaderFields,
  items: z.array(salesOrderItemFields).max(maxItemsPerOrder).default([]),
  generatesOpportunity: z.boolean(),
})
export type CreateSalesOrder = z.infer<typeof createSalesOrderInput>

export const updateHeaderInput = z.strictObject({
  ...commandInput.shape,
  salesOrderId: z.uuid(),
  version,
  header: salesOrderHeaderFields,
})
export type UpdateHeader = z.infer<typeof updateHeaderInput>

export const addItemInput = z.strictObject({
  ...commandInput.shape,
  salesOrderId: z.uuid(),
  item: salesOrderItemFields,
})
export type AddItem = z.infer<typeof addItemInput>

/** What an edit of an item says. A field that is absent stays as it is. */
export const itemChangeFields = z.strictObject({
  quantity: quantityText.optional(),
  description: requiredText(200).optional(),
  unitPriceCents: amountCents.optional(),
  discountCents: amountCents.optional(),
  /** The units to cancel when the quantity falls, instead of the suggested ones (E2). */
  cancelTaskIds: z.array(z.uuid()).max(5000).optional(),
  /** The tick by which started units may be cancelled too (E2). */
  cancelsStarted: z.boolean().default(false),
})
export type ItemChange = z.infer<typeof itemChangeFields>

/** `kind` names the gesture whose effect is asked for; the verb of the same name runs the same plan. */
export const previewItemChangeInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('update'), itemId: z.uuid(), change: itemChangeFields }),
  z.strictObject({ kind: z.literal('remove'), itemId: z.uuid(), cancelsStarted: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('closeBalance'), itemId: z.uuid(), cancelsStarted: z.boolean().default(false) }),
])
export type PreviewItemChange = z.infer<typeof previewItemChangeInput>

/** What every edit that touches units sends: the order's version, and the fingerprint of the preview that was confirmed. */
const confirmation = {
  ...commandInput.shape,
  version,
  fingerprint: z.string().length(64).optional(),
}

export const updateItemInput = z.strictObject({ ...confirmation, itemId: z.uuid(), change: itemChangeFields })
export type UpdateItem = z.infer<typeof updateItemInput>

export const removeItemInput = z.strictObject({
  ...confirmation,
  itemId: z.uuid(),
  cancelsStarted: z.boolean().default(false),
})
export type RemoveItem = z.infer<typeof removeItemInput>

export const closeItemBalanceInput = removeItemInput
export type CloseItemBalance = z.infer<typeof closeItemBalanceInput>

/** Puts the item at a place, counted from 1. */
export const moveItemInput = z.strictObject({
  ...commandInput.shape,
  itemId: z.uuid(),
  position: z.int().min(1).max(maxItemsPerOrder),
})
export type MoveItem = z.infer<typeof moveItemInput>

/** C2: what happens to concluded units without a note when the order is cancelled. */
export const concludedUnitsChoices = ['invoice_first', 'do_not_invoice'] as const
export type ConcludedUnitsChoice = (typeof concludedUnitsChoices)[number]

const cancelChoices = {
  salesOrderId: z.uuid(),
  concludedUnits: z.enum(concludedUnitsChoices).default('invoice_first'),
  losesOpportunity: z.boolean().default(true),
}

/** `closeBalance` asks for the effect of "Encerrar saldo" instead. */
export const previewCancelInput = z.strictObject({
  kind: z.enum(['cancel', 'closeBalance']).default('cancel'),
  ...cancelChoices,
})
export type PreviewCancel = z.infer<typeof previewCancelInput>

export const cancelSalesOrderInput = z.strictObject({
  ...confirmation,
  ...cancelChoices,
  reason: z.string().trim().max(500),
  /** Why concluded work will not be billed; compulsory with `do_not_invoice`. */
  waiveReason: plainText(500),
})
export type CancelSalesOrder = z.infer<typeof cancelSalesOrderInput>

export const closeBalanceInput = z.strictObject({ ...confirmation, salesOrderId: z.uuid(), reason })
export type CloseBalance = z.infer<typeof closeBalanceInput>

export const reactivateSalesOrderInput = z.strictObject({
  ...commandInput.shape,
  salesOrderId: z.uuid(),
  reason: plainText(500),
})
export type ReactivateSalesOrder = z.infer<typeof reactivateSalesOrderInput>

export const duplicateSalesOrderInput = z.strictObject({ ...commandInput.shape, salesOrderId: z.uuid() })
export type DuplicateSalesOrder = z.infer<typeof duplicateSalesOrderInput>

export const generateOpportunityInput = z.strictObject({ ...commandInput.shape, salesOrderId: z.uuid() })
export type GenerateOpportunity = z.infer<typeof generateOpportunityInput>

/** Most orders of one bulk gesture. */
export const mostOrdersAtOnce = 200

const orderIds = z.array(z.uuid()).min(1).max(mostOrdersAtOnce)

export const generateManyInput = z.strictObject({ ...commandInput.shape, ids: orderIds })

export const previewGenerationInput = z.strictObject({ salesOrderIds: orderIds })
export type PreviewGeneration = z.infer<typeof previewGenerationInput>

export const undoGenerationInput = z.strictObject({ ...commandInput.shape, salesOrderId: z.uuid() })
export type UndoGeneration = z.infer<typeof undoGenerationInput>

const listFilters = {
  q: listingFields.q,
  view: z.enum(salesOrderViews).default('all'),
  status: z.array(z.enum(salesOrderStatuses)).max(salesOrderStatuses.length).default([]),
  issuedFrom: calendarDay.optional(),
  issuedTo: calendarDay.optional(),
  sellerIds: z.array(z.uuid()).max(20).default([]),
  customerId: z.uuid().optional(),
  projectId: z.uuid().optional(),
  contractId: z.uuid().optional(),
}

export const listSalesOrdersInput = z.strictObject({
  ...listingFields,
  ...listFilters,
  sort: z.enum(salesOrderSorts).default('-issuedOn'),
})
export type ListSalesOrders = z.infer<typeof listSalesOrdersInput>

/** All that the filter finds, or of it those with `ids`. */
export const exportSalesOrdersInput = z.strictObject({ ...listFilters, ids: orderIds.optional() })
export type ExportSalesOrders = z.infer<typeof exportSalesOrdersInput>

export const listOrderIdsInput = z.strictObject(listFilters)
export type ListOrderIds = z.infer<typeof listOrderIdsInput>

/** The number is what the URL shows. */
export const getSalesOrderInput = z.strictObject({ number: z.int32().positive() })
export type GetSalesOrder = z.infer<typeof getSalesOrderInput>

/** What of the one timeline is shown: everything, or what happened to things of one kind. */
export const timelineKinds = ['all', 'salesOrder', 'opportunity', 'task', 'invoice'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineInput = z.strictObject({
  salesOrderId: z.uuid(),
  before: z.uuid().optional(),
  kind: z.enum(timelineKinds).default('all'),
})
export type Timeline = z.input<typeof timelineInput>

export const prepareSalesOrderInput = z.strictObject({ customerId: z.uuid().optional() })
export type PrepareSalesOrder = z.infer<typeof prepareSalesOrderInput>
