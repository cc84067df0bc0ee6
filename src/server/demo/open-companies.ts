import type { Role } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { markDemonstrationPeople, openCompany } from '@/server/auth/open-company'
import { hashPassword } from '@/server/auth/password'
import { addMember } from '@/server/domain/members/add-member'
import { setUpCompany } from '@/server/domain/settings/set-up-company'
import { climateCompany, pipingCompany } from './demonstration-companies'
import { type DemonstrationCompany, demonstrationCompany } from './demonstration-company'
import {
  DEMONSTRATION_PASSWORD,
  type DemonstrationPerson,
  type DemonstrationPersonKey,
  demonstrationPeople,
  secondCompanyPeople,
} from './demonstration-people'

export type ClimateCompany = DemonstrationCompany<DemonstrationPersonKey>
export type PipingCompany = DemonstrationCompany<'partner'>

/** Opens both companies with their people and registers: the larger one, and the small one of one of its members. */
export async function openCompanies(now: Date): Promise<{ climate: ClimateCompany; piping: PipingCompany }> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  const { admin, ...others } = demonstrationPeople
  const founded = await openCompany(climateCompany, { name: admin.name, email: admin.email, passwordHash }, now)
  const founder = demonstrationCompany(founded.companyId, { admin: { userId: founded.founderId, roles: admin.roles } })
  await founder.as('admin', now, setUpCompany)

  const joined: [string, Member][] = []
  for (const [key, person] of Object.entries<DemonstrationPerson>(others)) {
    joined.push([key, { userId: await join(founder, person, now, passwordHash), roles: person.roles }])
  }
  const members = Object.fromEntries(joined) as Record<keyof typeof others, Member>
  const climate = demonstrationCompany(founded.companyId, {
    admin: { userId: founded.founderId, roles: admin.roles },
    ...members,
  })
  await markDemonstrationPeople(Object.values(demonstrationPeople).map(({ email }) => email))
  return { climate, piping: await openPiping(climate.userIds.partner, now) }
}

type Member = { userId: string; roles: readonly Role[] }

async function join(
  company: DemonstrationCompany<'admin'>,
  { name, email, roles }: DemonstrationPerson,
  now: Date,
  passwordHash: string,
): Promise<string> {
  const input = { commandId: uuidv7(), name, email, password: DEMONSTRATION_PASSWORD, roles: [...roles] }
  const { userId } = await company.as('admin', now, (ctx) => addMember(ctx, input, async () => passwordHash))
  return userId
}

async function openPiping(partnerId: string, now: Date): Promise<PipingCompany> {
  const { companyId } = await openCompany(pipingCompany, { userId: partnerId }, now)
  const { roles } = secondCompanyPeople.partner
  const company = demonstrationCompany(companyId, { partner: { userId: partnerId, roles } })
  await company.as('partner', now, setUpCompany)
  return company
}
