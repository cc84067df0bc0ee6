import type { OrderFormHeader } from '../form/order-form-values'
import type { Order } from './order-page'

/** The part of an order that its capa edits. */
export function headerOf(order: Order): OrderFormHeader {
  const { customer, contact, addressId, issuedOn, dueOn, seller, paymentTerm, project, contract, notes } = order
  return {
    customerId: customer.id,
    contactId: contact?.id ?? null,
    addressId,
    issuedOn,
    dueOn,
    sellerId: seller.id,
    paymentTermId: paymentTerm?.id ?? null,
    projectId: project?.id ?? null,
    contractId: contract?.id ?? null,
    notes,
  }
}
