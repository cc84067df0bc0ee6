import { z } from 'zod'
import { isPhone, normalizePhone } from '@/lib/phone'

// Marks that show nothing make an empty text look full, and marks of direction turn round what stands beside it.
const unseen = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const seenText = () => z.string().overwrite((text) => text.replace(unseen, '').trim())

/** A text that must be there; `max` in characters. */
export const requiredText = (max: number) => seenText().min(1).max(max)

/** A text that may be empty, and is then ''. */
export const plainText = (max: number) => seenText().max(max).default('')

/** A text that may be missing; empty becomes null. */
export const optionalText = (max: number) =>
  seenText()
    .max(max)
    .nullish()
    .transform((text) => text || null)

/** A Brazilian phone as digits, or null. */
export const optionalPhone = z
  .string()
  .max(30)
  .nullish()
  .transform((text) => normalizePhone(text ?? '') || null)
  .refine((digits) => digits === null || isPhone(digits), { error: 'PHONE_INVALID' })

/** An e-mail address, or null. */
export const optionalEmail = z
  .union([z.literal(''), z.email().max(254)])
  .nullish()
  .transform((text) => text || null)
