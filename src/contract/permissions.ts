/** Roles of a membership (DOMAIN.md section 6); permissions are the union of a person's roles. */
export const roles = ['admin', 'manager', 'seller', 'coordinator', 'technician', 'biller'] as const
export type Role = (typeof roles)[number]

const administration = [
  'settings.read',
  'settings.update',
  'registers.write',
  'members.list',
  'members.write',
  'tokens.list',
  'tokens.write',
  'companies.update',
  'system.read',
  'system.retryJob',
  'audits.read',
  'audits.start',
  'audits.repair',
] as const
const catalogue = ['customers.write', 'services.write', 'projects.write', 'contracts.write'] as const
const sales = [
  'quotes.read',
  'quotes.write',
  'quotes.convert',
  'salesOrders.write',
  'salesOrders.cancel',
  'salesOrders.closeBalance',
  'opportunities.write',
] as const
const generation = ['opportunities.generate', 'opportunities.undoGeneration'] as const
const dispatch = [
  'tasks.write',
  'tasks.assign',
  'tasks.schedule',
  'tasks.concludeForOthers',
  'tasks.reopen',
  'tasks.cancel',
  'tasks.resolveConflict',
] as const
const fieldWork = ['tasks.start', 'tasks.conclude', 'tasks.markNotDone'] as const
const billing = ['invoices.issue', 'invoices.correct', 'invoices.cancel', 'invoices.replace'] as const
const management = ['salesOrders.waiveBilling', 'events.audit'] as const
const reading = [
  'customers.read',
  'services.read',
  'projects.read',
  'contracts.read',
  'registers.read',
  'members.names',
  'salesOrders.read',
  'opportunities.read',
  'tasks.read',
  'invoices.read',
] as const

export type Permission =
  | (typeof administration)[number]
  | (typeof catalogue)[number]
  | (typeof sales)[number]
  | (typeof generation)[number]
  | (typeof dispatch)[number]
  | (typeof fieldWork)[number]
  | (typeof billing)[number]
  | (typeof management)[number]
  | (typeof reading)[number]
  | 'tasks.readOwn'
  | 'values.read'

const everyReader: readonly Permission[] = [...reading, 'values.read', 'settings.read']

/** What each role may do. Limits by row (a technician's own tasks) stand in the SQL of the questions. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  admin: [
    ...everyReader,
    ...administration,
    ...catalogue,
    ...sales,
    ...generation,
    ...dispatch,
    ...fieldWork,
    ...billing,
    ...management,
    'tasks.readOwn',
  ],
  manager: [
    ...everyReader,
    'members.list',
    ...catalogue,
    ...sales,
    ...generation,
    ...dispatch,
    ...fieldWork,
    ...management,
    'tasks.readOwn',
  ],
  seller: [...everyReader, ...catalogue, ...sales, ...generation],
  coordinator: [
    'customers.read',
    'services.read',
    'projects.read',
    'contracts.read',
    'registers.read',
    'members.names',
    'settings.read',
    'quotes.read',
    'salesOrders.read',
    'opportunities.read',
    'invoices.read',
    'tasks.read',
    ...generation,
    ...dispatch,
    ...fieldWork,
    'tasks.readOwn',
  ],
  technician: ['tasks.readOwn', ...fieldWork],
  biller: [...everyReader, 'quotes.read', ...billing],
}

const allPermissions = [
  ...administration,
  ...catalogue,
  ...sales,
  ...generation,
  ...dispatch,
  ...fieldWork,
  ...billing,
  ...management,
  ...reading,
  'tasks.readOwn',
  'values.read',
] as const satisfies readonly Permission[]

/** Every permission once, for access tokens and for the tests that walk all of them. */
export const permissions: readonly Permission[] = [...new Set<Permission>(allPermissions)]

/** The union of what the roles allow. */
export function permissionsFor(memberRoles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(memberRoles.flatMap((role) => permissionsOf[role]))
}
