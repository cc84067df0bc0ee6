import { z } from 'zod'
import { commandInput } from './errors'
import { listingFields, lookupInput, registerViews } from './listing'
import { plainText, requiredText } from './text-fields'

export const contractSorts = ['code', '-code'] as const

export const listContractsInput = z.strictObject({
  ...listingFields,
  view: z.enum(registerViews).default('active'),
  customerId: z.uuid().optional(),
  sort: z.enum(contractSorts).default('code'),
})
export type ListContracts = z.infer<typeof listContractsInput>

/** With a customer, its own contracts come first. */
export const lookupContractsInput = lookupInput.extend({ customerId: z.uuid().optional() })
export type LookupContracts = z.infer<typeof lookupContractsInput>

export const contractFields = z.strictObject({
  code: requiredText(40),
  description: plainText(200),
  customerId: z.uuid().nullable().default(null),
  isActive: z.boolean().default(true),
})

export const createContractInput = contractFields.omit({ isActive: true }).extend(commandInput.shape)
export type CreateContract = z.infer<typeof createContractInput>

export const updateContractInput = contractFields.extend({
  ...commandInput.shape,
  id: z.uuid(),
  version: z.int().positive(),
})
export type UpdateContract = z.infer<typeof updateContractInput>
