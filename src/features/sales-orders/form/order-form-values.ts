import type { inferRouterOutputs } from '@trpc/server'
import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { maxItemsPerOrder, salesOrderHeaderFields } from '@/contract/sales-orders'
import { granularities } from '@/contract/settings'
import type { AppRouter } from '@/server/api/root'

export type Prepared = inferRouterOutputs<AppRouter>['salesOrders']['prepare']
export type FoundService = inferRouterOutputs<AppRouter>['services']['lookup'][number]

/** What the form remembers of a row's service, to show its unit and to foretell its tasks. */
const serviceOfRow = z.object({
  code: z.string(),
  unitCode: z.string(),
  kind: z.enum(['service', 'goods']),
  granularity: z.enum(['per_unit', 'per_item', 'none']).nullable(),
  allowsFractions: z.boolean(),
})

/** The last row, and one whose service was taken away: whatever else is typed in it says nothing. */
const blankRow = z.object({ serviceId: z.literal('') }).transform((): OrderFormRow => emptyRow)
const row = z.object({
  serviceId: z.uuid(),
  service: serviceOfRow.nullable(),
  description: z.string().trim().min(1).max(200),
  quantity: z.string().trim().min(1).max(30),
  unitPriceCents: z.int().nonnegative().max(99_999_999_999),
  discountCents: z.int().nonnegative().max(99_999_999_999).nullable(),
})

/** A row while it is typed; amounts in cents. */
export type OrderFormRow = {
  serviceId: string
  service: z.infer<typeof serviceOfRow> | null
  description: string
  quantity: string
  unitPriceCents: number | null
  discountCents: number | null
}

export type OrderFormHeader = {
  customerId: string
  contactId: string | null
  addressId: string | null
  issuedOn: string
  dueOn: string | null
  sellerId: string
  paymentTermId: string | null
  projectId: string | null
  contractId: string | null
  notes: string
}

export type OrderFormValues = { header: OrderFormHeader; items: OrderFormRow[]; generatesOpportunity: boolean }
/**
 * Capa, rows and the option; the last row is blank and is left out when the form is sent. Takes what is half typed, of
 * which the inner schema says what is missing.
 */
export const orderFormSchema = z
  .custom<OrderFormValues>()
  .pipe(z.any())
  .pipe(
    z.object({
      header: salesOrderHeaderFields,
      items: z.array(z.union([row, blankRow])).max(maxItemsPerOrder + 1),
      generatesOpportunity: z.boolean(),
    }),
  )

export type OrderFormApi = UseFormReturn<OrderFormValues, unknown, OrderFormValues>

export const emptyRow: OrderFormRow = {
  serviceId: '',
  service: null,
  description: '',
  quantity: '',
  unitPriceCents: null,
  discountCents: null,
}

/** A new order as the form opens: today, the seller who asks, the option as the gear presets it. */
export function newOrderValues({ today, sellerId, settings, actions }: Prepared): OrderFormValues {
  const mayGenerate = settings.generatesOpportunity && actions.generate.length === 0
  return {
    header: {
      customerId: '',
      contactId: null,
      addressId: null,
      issuedOn: today,
      dueOn: null,
      sellerId: sellerId ?? '',
      paymentTermId: null,
      projectId: null,
      contractId: null,
      notes: '',
    },
    items: [emptyRow],
    generatesOpportunity: mayGenerate && settings.generatesByDefault,
  }
}

/** The rows that say something. */
export const filledRows = (rows: readonly OrderFormRow[]): OrderFormRow[] =>
  rows.filter(({ serviceId }) => serviceId !== '')

/** What a row takes over from the service that was picked for it: the price of the last sale, if there was one. */
export function rowOfService(service: FoundService): Omit<OrderFormRow, 'quantity' | 'discountCents'> {
  const { id, code, unitCode, kind, allowsFractions, description, lastSale } = service
  return {
    serviceId: id,
    service: {
      code,
      unitCode,
      kind: kind === 'goods' ? kind : 'service',
      granularity: granularities.find((known) => known === service.granularity) ?? null,
      allowsFractions,
    },
    description,
    unitPriceCents: lastSale?.unitPriceCents ?? service.unitPriceCents,
  }
}

/** A row as the contract takes it. */
export function itemOfRow({ serviceId, description, quantity, unitPriceCents, discountCents }: OrderFormRow) {
  return { serviceId, description, quantity, unitPriceCents: unitPriceCents ?? 0, discountCents: discountCents ?? 0 }
}

/** Whether somebody has begun to write: a customer is chosen or a row has a service. */
export const isOrderWorthKeeping = ({ header, items }: OrderFormValues): boolean =>
  header.customerId !== '' || filledRows(items).length > 0
