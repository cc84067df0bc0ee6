import type { CreateCustomer } from '@/contract/customers'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import { customers } from '@/server/db/tables/customers'
import { municipalityOf } from '@/server/reference/municipalities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuseSaving } from '../refuse-saving'
import { holderOfTaxId } from './load'
import { refusalsToSaveCustomer } from './rules'
import { saveAddresses } from './save-addresses'
import { saveContacts } from './save-contacts'

/** Adds a customer with its addresses and contacts. Refuses ALREADY_EXISTS naming the customer that has the same CPF or CNPJ. */
export async function createCustomer(ctx: Ctx, { commandId: _, ...fields }: CreateCustomer) {
  authorize(ctx, 'customers.write')
  const taxIdHolder = await holderOfTaxId(ctx, fields.taxId)
  const facts = { taxIdHolder, isMunicipality, addressIds: noIds, contactIds: noIds }
  refuseSaving(refusalsToSaveCustomer(facts, fields))
  const { addresses, contacts, ...own } = fields
  const id = uuidv7()
  const number = await nextNumber(ctx.tx, 'customers')
  await ctx.tx.insert(customers).values({ id, number, ...own })
  await saveAddresses(ctx, id, addresses)
  await saveContacts(ctx, id, contacts)
  await recordEvent(ctx, { name: 'customer.created', entityKind: 'customer', entityId: id, data: { number, ...own } })
  return { id, number, name: own.name }
}

const noIds: ReadonlySet<string> = new Set()
const isMunicipality = (code: string) => municipalityOf(code) !== null
