import {
  createCustomerInput,
  customerActivityInput,
  customerOrderOptionsInput,
  findTaxIdHolderInput,
  getCustomerInput,
  listCustomersInput,
  updateCustomerInput,
} from '@/contract/customers'
import { lookupInput } from '@/contract/listing'
import { createCustomer } from '@/server/domain/customers/create-customer'
import { findTaxIdHolder } from '@/server/domain/customers/find-tax-id-holder'
import { getCustomer } from '@/server/domain/customers/get-customer'
import { inactivateCustomer } from '@/server/domain/customers/inactivate-customer'
import { listCustomers } from '@/server/domain/customers/list-customers'
import { listOrderOptions } from '@/server/domain/customers/list-order-options'
import { lookupCustomers } from '@/server/domain/customers/lookup-customers'
import { reactivateCustomer } from '@/server/domain/customers/reactivate-customer'
import { updateCustomer } from '@/server/domain/customers/update-customer'
import { placeOfPostalCode } from './postal-code-procedures'
import { command, question, router } from './trpc'

export const customersRouter = router({
  list: question(listCustomersInput, listCustomers),
  get: question(getCustomerInput, getCustomer),
  lookup: question(lookupInput, lookupCustomers),
  taxIdHolder: question(findTaxIdHolderInput, findTaxIdHolder),
  placeOfPostalCode,
  orderOptions: question(customerOrderOptionsInput, listOrderOptions),
  create: command(createCustomerInput, createCustomer),
  update: command(updateCustomerInput, updateCustomer),
  inactivate: command(customerActivityInput, inactivateCustomer),
  reactivate: command(customerActivityInput, reactivateCustomer),
})
