/** Whose rows an id in an input names, by the end of the field's name; `id` and `ids` by the noun that is called. */
const tableOfField: Record<string, string> = {
  addressId: 'customer_addresses',
  afterId: 'opportunities',
  assigneeId: 'users',
  before: 'events',
  companyId: 'companies',
  contactId: 'customer_contacts',
  contractId: 'contracts',
  customerId: 'customers',
  exceptId: 'customers',
  fileId: 'files',
  findingId: 'audit_findings',
  invitationId: 'invitations',
  invoice: 'invoices',
  invoiceId: 'invoices',
  itemId: 'sales_order_items',
  linkId: 'document_links',
  lossReasonId: 'loss_reasons',
  opportunityId: 'opportunities',
  opportunityTypeId: 'opportunity_types',
  ownerId: 'users',
  paymentTermId: 'payment_terms',
  pipelineId: 'pipelines',
  priorityId: 'priorities',
  projectId: 'projects',
  quoteId: 'quotes',
  salesOrder: 'sales_orders',
  salesOrderId: 'sales_orders',
  sellerId: 'users',
  serviceId: 'services',
  sessionId: 'sessions',
  sourceId: 'sources',
  stageId: 'stages',
  taskId: 'tasks',
  taskTypeId: 'task_types',
  tokenId: 'access_tokens',
  unitOfMeasureId: 'units_of_measure',
  userId: 'users',
  viewId: 'saved_views',
}
const tableOfNoun: Record<string, string> = {
  contracts: 'contracts',
  customers: 'customers',
  documents: 'quotes',
  invoices: 'sales_orders',
  opportunities: 'opportunities',
  projects: 'projects',
  quotes: 'quotes',
  registers: 'pipelines',
  salesOrders: 'sales_orders',
  services: 'services',
  tasks: 'tasks',
}
const tableOfPart: Record<string, string> = {
  addresses: 'customer_addresses',
  contacts: 'customer_contacts',
  items: 'sales_order_items',
}

/** Where an input holds the id of a row, and of which table. */
export type IdField = { path: (string | number)[]; table: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id of a row in the input of a procedure. Throws for a field whose table is not known here. */
export function idFieldsOf(procedure: string, input: unknown, path: (string | number)[] = []): IdField[] {
  if (typeof input === 'string' && UUID.test(input)) {
    const name = String(path.findLast((step) => typeof step === 'string') ?? '')
    return name === 'commandId' ? [] : [{ path, table: tableOf(procedure, name, path) }]
  }
  if (typeof input !== 'object' || input === null) return []
  const entries: [string | number, unknown][] = Array.isArray(input) ? [...input.entries()] : Object.entries(input)
  return entries.flatMap(([step, value]) => idFieldsOf(procedure, value, [...path, step]))
}

/** The input with another value at one place. */
export function withValue(input: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(input))
    return input.map((element, index) => (index === step ? withValue(element, rest, value) : element))
  return { ...(input as object), [step]: withValue((input as Record<string, unknown>)[step], rest, value) }
}

function tableOf(procedure: string, name: string, path: readonly (string | number)[]): string {
  const noun = procedure.split('.')[0] ?? ''
  const part = path.length > 1 ? tableOfPart[String(path[0])] : undefined
  const table = name === 'id' || name === 'ids' ? (part ?? tableOfNoun[noun]) : tableOfName(name)
  if (!table) throw new Error(`${procedure}: whose id is ${path.join('.')}? Say it in id-fields.ts`)
  return table
}

// `cancelTaskIds` and `opportunityPriorityId` say at their end what they name.
function tableOfName(name: string): string | undefined {
  const singular = name.replace(/Ids$/, 'Id')
  const known = Object.keys(tableOfField).filter((field) => singular.toLowerCase().endsWith(field.toLowerCase()))
  const [closest] = known.sort((a, b) => b.length - a.length)
  return closest && tableOfField[closest]
}
