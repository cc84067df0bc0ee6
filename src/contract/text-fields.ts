import { z } from 'zod'
import { isPhone, normalizePhone } from '@/lib/phone'

/** A text that must be there; `max` in characters. */
export const requiredText = (max: number) => z.string().trim().min(1).max(max)

/** A text that may be empty, and is then ''. */
export const plainText = (max: number) => z.string().trim().max(max).default('')

/** A text that may be missing; empty becomes null. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
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
