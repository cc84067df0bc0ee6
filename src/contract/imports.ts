import { z } from 'zod'
import { commandInput } from './errors'

/** Registers that a sheet can fill. */
export const importRegisters = ['customers', 'services'] as const
export type ImportRegister = (typeof importRegisters)[number]

/** What a column of a sheet may stand for, in the order of the template. */
export const importFields = {
  customers: [
    'name',
    'legalName',
    'taxId',
    'municipalRegistration',
    'email',
    'phone',
    'postalCode',
    'street',
    'streetNumber',
    'complement',
    'district',
    'municipality',
    'state',
    'addressLabel',
    'contactName',
    'contactJobTitle',
    'contactEmail',
    'contactPhone',
    'notes',
  ],
  services: [
    'code',
    'description',
    'unitPrice',
    'unit',
    'kind',
    'nationalServiceCode',
    'nbsCode',
    'issRate',
    'issWithheld',
    'taskType',
    'durationMinutes',
    'instructions',
  ],
} as const satisfies Record<ImportRegister, readonly string[]>
export type ImportField = (typeof importFields)[ImportRegister][number]

/** Fields without which no line can be kept; a name may also come from the legal name. */
export const requiredImportFields = {
  customers: ['name'],
  services: ['code', 'description', 'unitPrice'],
} as const satisfies Record<ImportRegister, readonly ImportField[]>

/** Bounds of a sheet: its bytes, its lines below the head, its columns. */
export const importLimits = { megabytes: 5, lines: 10_000, columns: 60 } as const

const field = z.enum([...importFields.customers, ...importFields.services])

/** How a sheet is read: what each column stands for, what happens to what exists, and cells put right by hand. */
export const importReading = z.strictObject({
  mapping: z
    .array(field.nullable())
    .max(importLimits.columns)
    .refine((fields) => new Set(fields.filter(Boolean)).size === fields.filter(Boolean).length),
  duplicates: z.enum(['skip', 'update']),
  corrections: z
    .array(z.strictObject({ line: z.int().positive(), field, value: z.string().max(4000) }))
    .max(500)
    .default([]),
})
export type ImportReading = z.infer<typeof importReading>

/** What is asked of a sheet: which columns it has, what would happen, or that it happens. */
export const importRequest = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('read') }),
  z.strictObject({ step: z.literal('check'), ...importReading.shape }),
  z.strictObject({ step: z.literal('run'), ...importReading.shape, ...commandInput.shape }),
])
export type ImportRequest = z.infer<typeof importRequest>
