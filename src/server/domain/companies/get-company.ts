import { asc } from 'drizzle-orm'
import type { TaxRegime } from '@/contract/companies'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { companies } from '@/server/db/tables/companies'
import { nfseSeries } from '@/server/db/tables/invoices'
import { municipalityOf } from '@/server/reference/municipalities'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { missingOfCompany } from './rules'

/** The company of the session: its own data, what its notes would miss (F17), and how its DPS are numbered (F14). */
export async function getCompany(ctx: Ctx) {
  authorize(ctx, 'settings.read')
  const [company] = await ctx.tx
    .select({
      name: companies.name,
      legalName: companies.legalName,
      taxId: companies.taxId,
      municipalRegistration: companies.municipalRegistration,
      taxRegime: companies.taxRegime,
      email: companies.email,
      phone: companies.phone,
      postalCode: companies.postalCode,
      street: companies.street,
      streetNumber: companies.streetNumber,
      complement: companies.complement,
      district: companies.district,
      municipalityCode: companies.municipalityCode,
      logoFileId: companies.logoFileId,
      version: companies.version,
    })
    .from(companies)
  if (!company) throw new DomainError('NOT_FOUND')
  return {
    ...company,
    taxRegime: company.taxRegime as TaxRegime,
    municipality: company.municipalityCode ? municipalityOf(company.municipalityCode) : null,
    missing: missingOfCompany(company),
    series: await seriesOf(ctx),
    actions: { update: refusalsOfPermission(ctx, 'companies.update') },
  }
}

async function seriesOf({ tx }: Ctx) {
  const rows = await tx
    .select({
      environment: nfseSeries.environment,
      municipalityCode: nfseSeries.municipalityCode,
      series: nfseSeries.series,
      lastNumber: nfseSeries.lastNumber,
    })
    .from(nfseSeries)
    .orderBy(asc(nfseSeries.municipalityCode), asc(nfseSeries.series))
  return rows.map(({ municipalityCode, ...row }) => ({ ...row, municipality: municipalityOf(municipalityCode) }))
}
