import { eq } from 'drizzle-orm'
import type { UpdateCompany } from '@/contract/companies'
import { authorize } from '@/server/auth/authorize'
import { companies } from '@/server/db/tables/companies'
import { municipalityOf } from '@/server/reference/municipalities'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refuseStale } from '../refuse-stale'
import { missingOfCompany, refusalsToSaveCompany } from './rules'

/**
 * Saves the company's own data as its notes name it (F17). Notes that were sent keep what they said. Refuses
 * VERSION_CONFLICT, and REFERENCE_NOT_FOUND for a municipality that is not in the table of the IBGE.
 */
export async function updateCompany(ctx: Ctx, { commandId: _, version, ...fields }: UpdateCompany) {
  authorize(ctx, 'companies.update')
  const { companyId } = ctx.actor
  const [before] = await ctx.tx.select().from(companies).where(eq(companies.id, companyId)).for('no key update')
  if (!before) throw new DomainError('NOT_FOUND')
  refuseStale(before, { version })
  refuse(refusalsToSaveCompany(fields, (code) => municipalityOf(code) !== null))
  const municipality = fields.municipalityCode ? municipalityOf(fields.municipalityCode) : null
  const saved = { ...fields, city: municipality?.name ?? null, state: municipality?.state ?? null }
  await ctx.tx.update(companies).set(saved).where(eq(companies.id, companyId))
  await recordEvent(ctx, {
    name: 'company.updated',
    entityKind: 'company',
    entityId: companyId,
    data: { changes: changedFields({ ...before }, saved) },
  })
  return { version: version + 1, missing: missingOfCompany(fields) }
}
