import type { SalesOrderStatus } from '@/contract/sales-orders'
import { formatDate } from '@/lib/calendar-date'

/** What a row of the order centre says in a file; amounts in cents, null for whoever may not see values. */
export type OrderToExport = {
  number: number
  customerName: string
  issuedOn: string
  dueOn: string | null
  projectName: string | null
  contractCode: string | null
  status: SalesOrderStatus
  opportunityNumber: number | null
  unitsGenerated: number
  unitsConcluded: number
  unitsInvoiced: number
  unitsBillable: number
  totalCents: number | null
  invoicedCents: number | null
  billableCents: number | null
  sellerName: string | null
}

type Cell = string | number | null

const amount = (cents: number | null) => (cents === null ? null : (cents / 100).toFixed(2).replace('.', ','))

const columns = {
  number: ({ number }) => number,
  customer: ({ customerName }) => customerName,
  issuedOn: ({ issuedOn }) => formatDate(issuedOn),
  dueOn: ({ dueOn }) => dueOn && formatDate(dueOn),
  project: ({ projectName }) => projectName,
  contract: ({ contractCode }) => contractCode,
  status: ({ status }, word) => word(status),
  opportunity: ({ opportunityNumber }) => opportunityNumber && `OP-${opportunityNumber}`,
  tasks: ({ unitsGenerated }) => unitsGenerated,
  concluded: ({ unitsConcluded }) => unitsConcluded,
  invoicedUnits: ({ unitsInvoiced }) => unitsInvoiced,
  billableUnits: ({ unitsBillable }) => unitsBillable,
  total: ({ totalCents }) => amount(totalCents),
  invoiced: ({ invoicedCents }) => amount(invoicedCents),
  billable: ({ billableCents }) => amount(billableCents),
  seller: ({ sellerName }) => sellerName,
} satisfies Record<string, (order: OrderToExport, statusWord: (status: SalesOrderStatus) => string) => Cell>

export type ExportColumn = keyof typeof columns

/**
 * The orders as the rows of a file, the head first; columns that no row fills are left out.
 * @param nameOf the head of a column
 * @param statusWord a status in words
 */
export function orderTable(
  orders: readonly OrderToExport[],
  nameOf: (column: ExportColumn) => string,
  statusWord: (status: SalesOrderStatus) => string,
): Cell[][] {
  const names = (Object.keys(columns) as ExportColumn[]).map((name) => ({
    head: nameOf(name),
    cells: orders.map((order) => columns[name](order, statusWord)),
  }))
  const filled = names.filter(({ cells }) => cells.some((cell) => cell !== null))
  return [filled.map(({ head }) => head), ...orders.map((_, index) => filled.map(({ cells }) => cells[index] ?? null))]
}
