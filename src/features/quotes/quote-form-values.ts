import type { inferRouterOutputs } from '@trpc/server'
import {
  emptyRow,
  filledRows,
  itemOfRow,
  newOrderValues,
  type OrderFormRow,
  type OrderFormValues,
  type Prepared,
} from '@/features/sales-orders/form/order-form-values'
import { addDays } from '@/lib/calendar-date'
import type { AppRouter } from '@/server/api/root'

export type Quote = inferRouterOutputs<AppRouter>['quotes']['get']

/** How long a new quote is valid, in days. */
const VALID_DAYS = 15

/** A quote is written with the form of an order; the day of delivery stands for the last day of validity. */
export function newQuoteValues(prepared: Prepared): OrderFormValues {
  const values = newOrderValues(prepared)
  return { ...values, header: { ...values.header, dueOn: addDays(prepared.today, VALID_DAYS) } }
}

export function quoteFormValues(quote: Quote): OrderFormValues {
  const { customer, contact, addressId, issuedOn, validUntil, seller, paymentTerm, project, contract, notes } = quote
  return {
    header: {
      customerId: customer.id,
      contactId: contact?.id ?? null,
      addressId,
      issuedOn,
      dueOn: validUntil,
      sellerId: seller.id,
      paymentTermId: paymentTerm?.id ?? null,
      projectId: project?.id ?? null,
      contractId: contract?.id ?? null,
      notes,
    },
    items: [...quote.items.map(rowOfItem), emptyRow],
    generatesOpportunity: false,
  }
}

/** A quoted item as a row of the form. */
export function rowOfItem(item: Quote['items'][number]): OrderFormRow {
  const { serviceCode: code, unitCode, kind, granularity, allowsFractions } = item
  const { serviceId, description, quantity, unitPriceCents, discountCents } = item
  const service = { code, unitCode, kind, granularity, allowsFractions }
  return { serviceId, service, description, quantity, unitPriceCents, discountCents }
}

/** The values as the contract takes them; `opportunityId` is what the stored quote is tied to. */
export function quoteOfValues({ header, items }: OrderFormValues, opportunityId: string | null) {
  const { dueOn, ...fields } = header
  return { header: { ...fields, validUntil: dueOn ?? '', opportunityId }, items: filledRows(items).map(itemOfRow) }
}
