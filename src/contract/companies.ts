import { z } from 'zod'
import { isPostalCode, normalizePostalCode } from '@/lib/postal-code'
import { normalizeTaxId, taxIdKind } from '@/lib/tax-id'
import { commandInput } from './errors'
import { optionalEmail, optionalPhone, optionalText, requiredText } from './text-fields'

/** How the company is taxed; it decides what of the ISS a note shows. */
export const taxRegimes = ['simples_nacional', 'mei', 'lucro_presumido', 'lucro_real'] as const
export type TaxRegime = (typeof taxRegimes)[number]

/** What a note needs of the company that emits it (F17). */
export const companyFiscalFields = ['taxId', 'municipalityCode'] as const
export type CompanyFiscalField = (typeof companyFiscalFields)[number]

export const getCompanyInput = z.strictObject({})

/** The company as its notes name it; city and state follow from the municipality. */
export const companyFields = z.strictObject({
  name: requiredText(120),
  legalName: requiredText(150),
  taxId: z
    .string()
    .max(30)
    .transform(normalizeTaxId)
    .refine((taxId) => taxIdKind(taxId) !== null, { error: 'TAX_ID_INVALID' }),
  municipalRegistration: optionalText(30),
  taxRegime: z.enum(taxRegimes),
  email: optionalEmail,
  phone: optionalPhone,
  postalCode: z
    .string()
    .max(20)
    .nullish()
    .transform((text) => normalizePostalCode(text ?? '') || null)
    .refine((digits) => digits === null || isPostalCode(digits), { error: 'POSTAL_CODE_INVALID' }),
  street: optionalText(120),
  streetNumber: optionalText(20),
  complement: optionalText(80),
  district: optionalText(80),
  /** IBGE code of seven digits, or null while it is not known. */
  municipalityCode: z
    .union([z.literal(''), z.string().regex(/^\d{7}$/)])
    .nullish()
    .transform((code) => code || null),
})
export type CompanyFields = z.infer<typeof companyFields>

/** `version` is the one the screen showed. */
export const updateCompanyInput = companyFields.extend({ ...commandInput.shape, version: z.int().positive() })
export type UpdateCompany = z.infer<typeof updateCompanyInput>

/** A picture that was sent before becomes the company's logo; null takes the logo away. */
export const setLogoInput = z.strictObject({ ...commandInput.shape, fileId: z.uuid().nullable() })
export type SetLogo = z.infer<typeof setLogoInput>

export const getOnboardingInput = z.strictObject({})

export const confirmOrderSettingsInput = commandInput.strict()

export const dismissOnboardingInput = commandInput.strict()

/** The word that a person types before everything that the demonstration invented is removed. */
export const REMOVAL_WORD = 'remover'

/** `name` is what the company is called from then on; its fiscal data starts empty. */
export const removeDemonstrationInput = commandInput
  .extend({
    name: requiredText(120),
    confirmation: z
      .string()
      .max(40)
      .refine((word) => word.trim().toLowerCase() === REMOVAL_WORD, { error: 'REMOVAL_WORD_EXPECTED' }),
  })
  .strict()
export type RemoveDemonstration = z.infer<typeof removeDemonstrationInput>
