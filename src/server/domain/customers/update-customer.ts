import { eq } from 'drizzle-orm'
import type { UpdateCustomer } from '@/contract/customers'
import { authorize } from '@/server/auth/authorize'
import { customers } from '@/server/db/tables/customers'
import { municipalityOf } from '@/server/reference/municipalities'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { refuseSaving } from '../refuse-saving'
import { refuseStale } from '../refuse-stale'
import { holderOfTaxId, idsOfParts, lockCustomer } from './load'
import { refusalsToSaveCustomer } from './rules'
import { saveAddresses } from './save-addresses'
import { saveContacts } from './save-contacts'

/**
 * Saves a customer with its addresses and contacts as the form shows them; those that are missing are inactivated.
 * Refuses VERSION_CONFLICT, and ALREADY_EXISTS naming the customer that has the same CPF or CNPJ.
 */
export async function updateCustomer(ctx: Ctx, { commandId: _, id, version, ...fields }: UpdateCustomer) {
  authorize(ctx, 'customers.write')
  const before = await lockCustomer(ctx, id)
  refuseStale(before, { version })
  const [taxIdHolder, parts] = [await holderOfTaxId(ctx, fields.taxId, id), await idsOfParts(ctx, id)]
  const isMunicipality = (code: string) => municipalityOf(code) !== null
  refuseSaving(refusalsToSaveCustomer({ taxIdHolder, isMunicipality, ...parts }, fields))
  const { addresses, contacts, ...own } = fields
  await ctx.tx.update(customers).set(own).where(eq(customers.id, id))
  await saveAddresses(ctx, id, addresses)
  await saveContacts(ctx, id, contacts)
  await recordEvent(ctx, {
    name: 'customer.updated',
    entityKind: 'customer',
    entityId: id,
    data: { changes: changedFields(before, own), addresses: addresses.length, contacts: contacts.length },
  })
  return { id, number: before.number, name: own.name, version: version + 1 }
}
