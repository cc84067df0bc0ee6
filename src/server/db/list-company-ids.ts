import { asc } from 'drizzle-orm'
import { appDoor } from './client'
import { companies } from './tables/companies'

/** Every company of the installation, for work that is done for each of them in turn. */
export async function listCompanyIds(): Promise<string[]> {
  const rows = await appDoor().inAuthTransaction(
    (tx) => tx.select({ id: companies.id }).from(companies).orderBy(asc(companies.id)),
    { mode: 'read' },
  )
  return rows.map(({ id }) => id)
}
