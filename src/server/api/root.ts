import { accountRouter } from './account'
import { auditsRouter } from './audits'
import { companiesRouter } from './companies'
import { contractsRouter } from './contracts'
import { customersRouter } from './customers'
import { documentsRouter } from './documents'
import { invoicesRouter } from './invoices'
import { membersRouter } from './members'
import { opportunitiesRouter } from './opportunities'
import { projectsRouter } from './projects'
import { quotesRouter } from './quotes'
import { registersRouter } from './registers'
import { salesOrdersRouter } from './sales-orders'
import { savedViewsRouter } from './saved-views'
import { searchRouter } from './search'
import { servicesRouter } from './services'
import { sessionRouter } from './session'
import { settingsRouter } from './settings'
import { shellRouter } from './shell'
import { systemRouter } from './system'
import { tasksRouter } from './tasks'
import { tokensRouter } from './tokens'
import { router } from './trpc'

export const appRouter = router({
  account: accountRouter,
  audits: auditsRouter,
  companies: companiesRouter,
  contracts: contractsRouter,
  customers: customersRouter,
  documents: documentsRouter,
  invoices: invoicesRouter,
  members: membersRouter,
  projects: projectsRouter,
  quotes: quotesRouter,
  registers: registersRouter,
  services: servicesRouter,
  opportunities: opportunitiesRouter,
  salesOrders: salesOrdersRouter,
  savedViews: savedViewsRouter,
  search: searchRouter,
  session: sessionRouter,
  settings: settingsRouter,
  shell: shellRouter,
  system: systemRouter,
  tasks: tasksRouter,
  tokens: tokensRouter,
})

export type AppRouter = typeof appRouter
