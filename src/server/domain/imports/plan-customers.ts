import type { CustomerFields } from '@/contract/customers'
import type { ImportReading } from '@/contract/imports'
import { foldAccents } from '@/lib/accent-fold'
import type { Ctx } from '../context'
import { keyOfCustomer, readCustomer, type StoredCustomer } from './customer-rules'
import type { ImportLine } from './fault-rules'
import { type ImportPlan, planLines } from './import-plan-rules'
import { loadNamedCustomers } from './load'

type Options = Pick<ImportReading, 'duplicates'> & { isLocking: boolean }

/** What each line of a sheet of customers would do. A customer is known by its CPF or CNPJ, and without one by its name. */
export async function planCustomers(
  ctx: Ctx,
  lines: readonly ImportLine[],
  { duplicates, isLocking }: Options,
): Promise<ImportPlan<CustomerFields, StoredCustomer>> {
  const keys = lines.flatMap(({ cells }) => keyOfCustomer(cells) ?? [])
  const taxIds = keys.flatMap((key) => ('taxId' in key ? [key.taxId] : []))
  const names = keys.flatMap((key) => ('name' in key ? [key.name] : []))
  const stored = await loadNamedCustomers(ctx, { taxIds, names, isLocking })
  const byTaxId = new Map(stored.flatMap((customer) => (customer.taxId ? [[customer.taxId, customer] as const] : [])))
  const byName = new Map(stored.toReversed().map((customer) => [foldAccents(customer.name), customer] as const))
  return planLines(lines, {
    duplicates,
    keyOf: (cells) => {
      const key = keyOfCustomer(cells)
      if (!key) return null
      return 'taxId' in key
        ? { field: 'taxId', text: key.taxId, stored: byTaxId.get(key.taxId) ?? null }
        : { field: cells.name ? 'name' : 'legalName', text: key.name, stored: byName.get(key.name) ?? null }
    },
    nameOf: ({ number, name }) => `${number} · ${name}`,
    read: readCustomer,
  })
}
