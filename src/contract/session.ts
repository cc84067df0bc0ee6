import { z } from 'zod'
import { normalizeTaxId, taxIdKind } from '@/lib/tax-id'
import { commandInput } from './errors'
import type { Permission, Role } from './permissions'
import { requiredText } from './text-fields'

/** An address by which a person signs in: lower case, because nobody remembers how it was typed. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** A password to be set: 12 to 128 characters, any of them. Which ones are too easy is said by the server. */
export const newPassword = z.string().min(12).max(128)

export const signInInput = z.object({ email: emailAddress, password: z.string().min(1).max(128) })

/** The first run: a company and its administrator. */
export const firstRunInput = commandInput
  .extend({
    companyName: requiredText(120),
    legalName: requiredText(150),
    taxId: z
      .string()
      .max(30)
      .transform(normalizeTaxId)
      .refine((taxId) => taxIdKind(taxId) === 'cnpj', { error: 'TAX_ID_INVALID' }),
    name: requiredText(120),
    email: emailAddress,
    password: newPassword,
  })
  .strict()
export type FirstRun = z.infer<typeof firstRunInput>

export const currentSessionInput = z.strictObject({})

export const switchCompanyInput = commandInput.extend({ companyId: z.uuid() }).strict()

/** Who works here, as the shell shows it. A tool with an access token has a name, no e-mail and one company. */
export type CurrentSession = {
  name: string
  email: string | null
  roles: readonly Role[]
  permissions: Permission[]
  company: { id: string; name: string }
  companies: { id: string; name: string }[]
}

export const shellSummaryInput = z.strictObject({})

/** Work that waits, counted up to 100 each; zero where the person does not see it. */
export type ShellSummary = { lateTaskCount: number; readyOrderCount: number }

const landings: readonly [Role, string][] = [
  ['admin', '/'],
  ['manager', '/'],
  ['seller', '/sales-orders'],
  ['coordinator', '/tasks'],
  ['biller', '/invoices'],
  ['technician', '/field'],
]

/** Where a person starts: with several roles, the page of the first of them. */
export function landingOf(roles: readonly Role[]): string {
  return landings.find(([role]) => roles.includes(role))?.[1] ?? '/field'
}

/** A page of ours named in `?next=`, or null: anything that a browser could read as another site is refused. */
export function safeNext(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%#:,;~+]*$/.test(next) ? next : null
}
