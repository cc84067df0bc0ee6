import { inArray } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { openCompany } from '@/server/auth/open-company'
import { hashPassword } from '@/server/auth/password'
import { appDoor } from '@/server/db/client'
import { users } from '@/server/db/tables/companies'
import { addMember } from '@/server/domain/members/add-member'
import { setUpCompany } from '@/server/domain/settings/set-up-company'
import { climateCompany } from './demonstration-companies'
import { demonstrationCompany } from './demonstration-company'
import { DEMONSTRATION_PASSWORD, demonstrationPeople } from './demonstration-people'
import { turnOnGeneration } from './turn-on-generation'

/** Opens one more company of the demonstration's people, to be filled with `orders` orders; its name tells how many. */
export async function openLargeCompany(orders: number, now: Date): Promise<{ id: string; name: string }> {
  const { admin, ...others } = demonstrationPeople
  const [founder] = await appDoor().inAuthTransaction((tx) =>
    tx
      .select({ id: users.id })
      .from(users)
      .where(inArray(users.email, [admin.email])),
  )
  if (!founder) throw new Error('the demonstration is not loaded')
  const name = `Brisa Norte, ${orders.toLocaleString('pt-BR')} pedidos`
  const { companyId } = await openCompany({ ...climateCompany, name }, { userId: founder.id }, now)
  const company = demonstrationCompany(companyId, { admin: { userId: founder.id, roles: admin.roles } })
  await company.as('admin', now, setUpCompany)
  await company.as('admin', now, turnOnGeneration)
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  for (const person of Object.values(others)) {
    const { email, roles } = person
    const input = { commandId: uuidv7(), name: person.name, email, password: DEMONSTRATION_PASSWORD, roles: [...roles] }
    await company.as('admin', now, (ctx) => addMember(ctx, input, async () => passwordHash))
  }
  return { id: companyId, name }
}
