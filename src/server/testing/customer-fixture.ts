import { createCustomerInput } from '@/contract/customers'
import { uuidv7 } from '@/lib/uuid'
import type { Ctx } from '@/server/domain/context'
import { createCustomer } from '@/server/domain/customers/create-customer'

/** The input of a new customer as a screen sends it. */
export const customerInput = (fields: object = {}) =>
  createCustomerInput.parse({ commandId: uuidv7(), name: 'Condomínio Solar', ...fields })

/** An address of Campinas as the form sends it. */
export const addressInput = (fields: object = {}) => ({
  street: 'Rua das Acácias',
  streetNumber: '120',
  district: 'Centro',
  postalCode: '13010-000',
  municipalityCode: '3509502',
  ...fields,
})

/** Makes a customer through its verb. */
export const makeCustomer = (ctx: Ctx, fields: object = {}) => createCustomer(ctx, customerInput(fields))
