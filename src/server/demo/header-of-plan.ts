import type { Ctx } from '@/server/domain/context'
import { listOrderOptions } from '@/server/domain/customers/list-order-options'
import { idOf } from './demonstration-records'
import type { World } from './order-diary'
import type { SalePlan } from './order-plan'

/** What the header of an order or a quote says, with the customer's first contact and the chosen address. */
export async function headerOfPlan(ctx: Ctx, { records, company, workdays }: World, plan: SalePlan, issued: number) {
  const customerId = idOf(records, 'customers', plan.customer)
  const { contacts, addresses } = await listOrderOptions(ctx, { customerId })
  return {
    customerId,
    contactId: contacts[0]?.id ?? null,
    addressId: addresses[plan.address ?? 0]?.id ?? null,
    issuedOn: workdays.day(issued),
    sellerId: company.userIds[plan.seller],
    paymentTermId: plan.paymentTerm ? idOf(records, 'paymentTerms', plan.paymentTerm) : null,
    projectId: plan.project ? idOf(records, 'projects', plan.project) : null,
    contractId: plan.contract ? idOf(records, 'contracts', plan.contract) : null,
    notes: plan.notes ?? '',
  }
}

/** The items of a plan as the forms send them. */
export const itemsOfPlan = ({ records }: World, { items }: SalePlan) =>
  items.map(({ code, ...item }) => ({ ...item, serviceId: idOf(records, 'services', code) }))
