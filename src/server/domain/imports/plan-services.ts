import type { ImportReading } from '@/contract/imports'
import type { ServiceFields } from '@/contract/services'
import type { Ctx } from '../context'
import type { ImportLine } from './fault-rules'
import { type ImportPlan, planLines } from './import-plan-rules'
import { loadNamedServices, loadServiceReferences } from './load'
import { keyOfService, readService, type StoredService } from './service-rules'

type Options = Pick<ImportReading, 'duplicates'> & { isLocking: boolean }

/** What each line of a sheet of services would do. A service is known by its code. */
export async function planServices(
  ctx: Ctx,
  lines: readonly ImportLine[],
  { duplicates, isLocking }: Options,
): Promise<ImportPlan<ServiceFields, StoredService>> {
  const codes = lines.flatMap(({ cells }) => keyOfService(cells) ?? [])
  const stored = await loadNamedServices(ctx, { codes, isLocking })
  const byCode = new Map(stored.map((service) => [service.code, service]))
  const references = await loadServiceReferences(ctx)
  return planLines(lines, {
    duplicates,
    keyOf: (cells) => {
      const code = keyOfService(cells)
      return code === null ? null : { field: 'code', text: code, stored: byCode.get(code) ?? null }
    },
    nameOf: ({ code, description }) => `${code} · ${description}`,
    read: (cells, service) => readService(cells, service, references),
  })
}
