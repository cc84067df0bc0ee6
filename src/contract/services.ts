import { z } from 'zod'
import { commandInput } from './errors'
import { listingFields, lookupInput, registerViews } from './listing'
import { optionalText, plainText, requiredText } from './text-fields'

export const serviceKinds = ['service', 'goods'] as const

export const serviceGranularities = ['per_unit', 'per_item', 'none'] as const

export const serviceSorts = ['code', '-code', 'description', '-description'] as const

export const listServicesInput = z.strictObject({
  ...listingFields,
  view: z.enum(registerViews).default('active'),
  kind: z.enum(serviceKinds).optional(),
  sort: z.enum(serviceSorts).default('code'),
})
export type ListServices = z.infer<typeof listServicesInput>

export const getServiceInput = z.strictObject({ id: z.uuid() })
export type GetService = z.infer<typeof getServiceInput>

export const listServiceOptionsInput = z.strictObject({})

/** With a customer the answer brings the last sale to it. */
export const lookupServicesInput = lookupInput.extend({ customerId: z.uuid().optional() })
export type LookupServices = z.infer<typeof lookupServicesInput>

/** Few at a time: a question travels in the address. */
export const maxNamesToMatch = 10

/** Codes or whole descriptions, as lines of a sheet name services. */
export const matchServicesInput = z.strictObject({
  names: z.array(requiredText(200)).min(1).max(maxNamesToMatch),
  customerId: z.uuid().optional(),
})
export type MatchServices = z.infer<typeof matchServicesInput>

export const serviceCode = z
  .string()
  .trim()
  .toUpperCase()
  .min(1)
  .max(30)
  .regex(/^[0-9A-Z][0-9A-Z._/-]*$/, { error: 'CODE_INVALID' })

/** What the form edits. Null evidence fields inherit from the task type (D6); rates in basis points (500 = 5,00 %). */
export const serviceFields = z.strictObject({
  code: serviceCode,
  description: requiredText(200),
  kind: z.enum(serviceKinds).default('service'),
  unitOfMeasureId: z.uuid(),
  unitPriceCents: z.int().nonnegative().max(99_999_999_999),
  nationalServiceCode: optionalText(6).refine((code) => code === null || /^\d{6}$/.test(code), {
    error: 'NATIONAL_SERVICE_CODE_INVALID',
  }),
  nbsCode: optionalText(9).refine((code) => code === null || /^\d{9}$/.test(code), { error: 'NBS_CODE_INVALID' }),
  issRateBasisPoints: z.int().min(0).max(1000).nullable().default(null),
  issWithheld: z.boolean().default(false),
  taskTypeId: z.uuid().nullable().default(null),
  granularity: z.enum(serviceGranularities).nullable().default(null),
  requiresReport: z.boolean().nullable().default(null),
  requiredPhotos: z.int().min(0).max(20).nullable().default(null),
  requiresSignature: z.boolean().nullable().default(null),
  requiresLocation: z.boolean().nullable().default(null),
  checklist: z.array(requiredText(120)).max(30).nullable().default(null),
  durationMinutes: z.int().min(1).max(10_080).nullable().default(null),
  instructions: plainText(2000),
})
export type ServiceFields = z.infer<typeof serviceFields>

export const createServiceInput = serviceFields.extend(commandInput.shape)
export type CreateService = z.infer<typeof createServiceInput>

export const updateServiceInput = createServiceInput.extend({ id: z.uuid(), version: z.int().positive() })
export type UpdateService = z.infer<typeof updateServiceInput>

/** Inactivates or reactivates; repeating it answers what is. */
export const serviceActivityInput = z.strictObject({ ...commandInput.shape, id: z.uuid() })
export type ServiceActivity = z.infer<typeof serviceActivityInput>
