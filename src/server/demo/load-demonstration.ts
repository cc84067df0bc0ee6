import { demonstrationCustomers, pipingCustomers } from './demonstration-customers'
import { DEMONSTRATION_PASSWORD, demonstrationPeople } from './demonstration-people'
import { demonstrationServices, pipingServices } from './demonstration-services'
import { fillContracts, fillCustomers, fillProjects, fillServices } from './fill-registers'
import { type ClimateCompany, openCompanies, type PipingCompany } from './open-companies'

const DAY_MS = 86_400_000
const DAYS_OF_HISTORY = 45

/** How each role signs in to the demonstration. */
export const demonstrationSignIns: readonly { role: string; email: string; password: string }[] = Object.values(
  demonstrationPeople,
).map(({ email, roles }) => ({ role: roles.join(', '), email, password: DEMONSTRATION_PASSWORD }))

/** Makes the demonstration's companies through the verbs, around the day of `now`. The caller makes sure that the database is empty. */
export async function loadDemonstration(now: Date = new Date()): Promise<void> {
  const beginning = new Date(now.getTime() - DAYS_OF_HISTORY * DAY_MS)
  const { climate, piping } = await openCompanies(beginning)
  await fillClimate(climate, beginning)
  await fillPiping(piping, beginning)
}

async function fillClimate(company: ClimateCompany, beginning: Date) {
  return company.as('admin', beginning, async (ctx) => {
    const services = await fillServices(ctx, demonstrationServices)
    const customers = await fillCustomers(ctx, demonstrationCustomers)
    const projects = await fillProjects(ctx, customers)
    const contracts = await fillContracts(ctx, customers)
    return { services, customers, projects, contracts }
  })
}

async function fillPiping(company: PipingCompany, beginning: Date): Promise<void> {
  await company.as('partner', beginning, async (ctx) => {
    await fillServices(ctx, pipingServices)
    await fillCustomers(ctx, pipingCustomers)
  })
}
