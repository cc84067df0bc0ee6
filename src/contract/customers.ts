import { z } from 'zod'
import { isPostalCode, normalizePostalCode } from '@/lib/postal-code'
import { normalizeTaxId, taxIdKind } from '@/lib/tax-id'
import { commandInput } from './errors'
import { listingFields, registerViews } from './listing'
import { optionalEmail, optionalPhone, optionalText, plainText, requiredText } from './text-fields'

export const customerSorts = ['name', '-name', 'number', '-number'] as const

export const listCustomersInput = z.strictObject({
  ...listingFields,
  view: z.enum(registerViews).default('active'),
  sort: z.enum(customerSorts).default('name'),
})
export type ListCustomers = z.infer<typeof listCustomersInput>

/** A customer is addressed by its number, which stands in the URL. */
export const getCustomerInput = z.strictObject({ number: z.int().positive() })
export type GetCustomer = z.infer<typeof getCustomerInput>

export const customerOrderOptionsInput = z.strictObject({ customerId: z.uuid() })
export type CustomerOrderOptions = z.infer<typeof customerOrderOptionsInput>

/** A whole CPF or CNPJ, without mask; `exceptId` is the customer that is being edited. */
export const findTaxIdHolderInput = z.strictObject({
  taxId: z.string().max(30).transform(normalizeTaxId),
  exceptId: z.uuid().optional(),
})
export type FindTaxIdHolder = z.infer<typeof findTaxIdHolderInput>

export const postalCodeInput = z.strictObject({ postalCode: z.string().regex(/^\d{8}$/) })

export const customerAddressFields = z.strictObject({
  /** Absent on a new address. */
  id: z.uuid().optional(),
  label: plainText(60),
  street: requiredText(120),
  streetNumber: requiredText(20),
  complement: plainText(80),
  district: requiredText(80),
  postalCode: z.string().transform(normalizePostalCode).refine(isPostalCode, { error: 'POSTAL_CODE_INVALID' }),
  municipalityCode: z.string().regex(/^\d{7}$/),
  isBilling: z.boolean().default(false),
})
export type CustomerAddressFields = z.infer<typeof customerAddressFields>

export const customerContactFields = z.strictObject({
  /** Absent on a new contact. */
  id: z.uuid().optional(),
  name: requiredText(120),
  jobTitle: plainText(80),
  email: optionalEmail,
  phone: optionalPhone,
})

/** What the form edits: the customer with its addresses and contacts, saved in one gesture. */
export const customerFields = z.strictObject({
  name: requiredText(150),
  legalName: optionalText(150),
  taxId: z
    .string()
    .max(30)
    .nullish()
    .transform((text) => normalizeTaxId(text ?? '') || null)
    .refine((taxId) => taxId === null || taxIdKind(taxId) !== null, { error: 'TAX_ID_INVALID' }),
  municipalRegistration: optionalText(30),
  email: optionalEmail,
  phone: optionalPhone,
  notes: plainText(2000),
  addresses: z
    .array(customerAddressFields)
    .max(50)
    .default([])
    .refine((addresses) => addresses.filter((address) => address.isBilling).length <= 1, {
      error: 'MORE_THAN_ONE_BILLING_ADDRESS',
    }),
  contacts: z.array(customerContactFields).max(50).default([]),
})
export type CustomerFields = z.infer<typeof customerFields>

export const createCustomerInput = customerFields.extend(commandInput.shape)
export type CreateCustomer = z.infer<typeof createCustomerInput>

export const updateCustomerInput = createCustomerInput.extend({ id: z.uuid(), version: z.int().positive() })
export type UpdateCustomer = z.infer<typeof updateCustomerInput>

/** Inactivates or reactivates; repeating it answers what is. */
export const customerActivityInput = z.strictObject({ ...commandInput.shape, id: z.uuid() })
export type CustomerActivity = z.infer<typeof customerActivityInput>
