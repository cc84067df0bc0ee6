import account from './pt-BR/account.json'
import companies from './pt-BR/companies.json'
import contracts from './pt-BR/contracts.json'
import customers from './pt-BR/customers.json'
import documents from './pt-BR/documents.json'
import drafts from './pt-BR/drafts.json'
import errors from './pt-BR/errors.json'
import field from './pt-BR/field.json'
import glossary from './pt-BR/glossary.json'
import home from './pt-BR/home.json'
import imports from './pt-BR/imports.json'
import invoices from './pt-BR/invoices.json'
import kit from './pt-BR/kit.json'
import listing from './pt-BR/listing.json'
import members from './pt-BR/members.json'
import onboarding from './pt-BR/onboarding.json'
import opportunities from './pt-BR/opportunities.json'
import orderForm from './pt-BR/orderForm.json'
import orderPage from './pt-BR/orderPage.json'
import palette from './pt-BR/palette.json'
import permissions from './pt-BR/permissions.json'
import projects from './pt-BR/projects.json'
import quotes from './pt-BR/quotes.json'
import refusals from './pt-BR/refusals.json'
import registers from './pt-BR/registers.json'
import salesOrders from './pt-BR/salesOrders.json'
import savedViews from './pt-BR/savedViews.json'
import services from './pt-BR/services.json'
import session from './pt-BR/session.json'
import settings from './pt-BR/settings.json'
import shell from './pt-BR/shell.json'
import system from './pt-BR/system.json'
import tasks from './pt-BR/tasks.json'
import timeline from './pt-BR/timeline.json'
import tokens from './pt-BR/tokens.json'
import transport from './pt-BR/transport.json'

/** All the words, one file per noun: a new noun adds its import and its line here. */
export const messages = {
  account,
  companies,
  contracts,
  customers,
  documents,
  drafts,
  errors,
  field,
  glossary,
  home,
  imports,
  invoices,
  kit,
  listing,
  members,
  onboarding,
  opportunities,
  palette,
  permissions,
  projects,
  quotes,
  refusals,
  registers,
  services,
  session,
  orderForm,
  orderPage,
  salesOrders,
  savedViews,
  settings,
  shell,
  system,
  tasks,
  timeline,
  tokens,
  transport,
}

export type Messages = typeof messages
