import { newCompanyRegisters } from '@/server/domain/settings/new-company-registers'
import { demonstrationCustomers, pipingCustomers } from './demonstration-customers'
import { demonstrationOrders, FIRST_DAY } from './demonstration-orders'
import { DEMONSTRATION_PASSWORD, demonstrationPeople } from './demonstration-people'
import { demonstrationQuotes } from './demonstration-quotes'
import type { DemonstrationRecords } from './demonstration-records'
import { demonstrationServices, pipingServices } from './demonstration-services'
import { liveThrough } from './diary'
import { evidenceFrom } from './evidence-of-service'
import { fillContracts, fillCustomers, fillProjects, fillServices, registersByName } from './fill-registers'
import { diaryOfOffice } from './office-diary'
import { type ClimateCompany, openCompanies, type PipingCompany } from './open-companies'
import { diaryOfOrder } from './order-diary'
import { diaryOfQuote } from './quote-diary'
import { routineOrders } from './routine-orders'
import { sendPictures } from './send-pictures'
import { singleSiteCustomers } from './single-site-customers'
import { turnOnGeneration } from './turn-on-generation'
import { beginningOf, workdaysAround } from './workdays'

/** How each role signs in to the demonstration. */
export const demonstrationSignIns: readonly { role: string; email: string; password: string }[] = Object.values(
  demonstrationPeople,
).map(({ email, roles }) => ({ role: roles.join(', '), email, password: DEMONSTRATION_PASSWORD }))

/**
 * Makes the demonstration's companies and their history through the verbs, around today. The same on every day but for the
 * dates. The caller makes sure that the database is empty.
 */
export async function loadDemonstration(): Promise<void> {
  const now = new Date()
  const workdays = workdaysAround(
    now,
    newCompanyRegisters.holidays.map(({ observedOn }) => observedOn),
  )
  const beginning = beginningOf(workdays, FIRST_DAY)
  const { climate, piping } = await openCompanies(beginning)
  const records = await fillClimate(climate, beginning)
  await fillPiping(piping, beginning)

  const evidence = evidenceFrom(await sendPictures(climate, beginning))
  const world = { company: climate, workdays, evidence, records }
  const quotes = demonstrationQuotes.flatMap((plan) => diaryOfQuote(world, plan))
  const orders = [...demonstrationOrders, ...routineOrders].flatMap((plan) => diaryOfOrder(world, plan))
  await liveThrough([...diaryOfOffice(world), ...quotes, ...orders], now)
}

async function fillClimate({ as }: ClimateCompany, beginning: Date): Promise<DemonstrationRecords> {
  await as('admin', beginning, turnOnGeneration)
  const services = await as('admin', beginning, (ctx) => fillServices(ctx, demonstrationServices))
  const customers = await as('admin', beginning, (ctx) =>
    fillCustomers(ctx, [...demonstrationCustomers, ...singleSiteCustomers]),
  )
  return as('admin', beginning, async (ctx) => ({
    services,
    customers,
    projects: await fillProjects(ctx, customers),
    contracts: await fillContracts(ctx, customers),
    ...(await registersByName(ctx)),
  }))
}

async function fillPiping(company: PipingCompany, beginning: Date): Promise<void> {
  await company.as('partner', beginning, async (ctx) => {
    await fillServices(ctx, pipingServices)
    await fillCustomers(ctx, pipingCustomers)
  })
}
