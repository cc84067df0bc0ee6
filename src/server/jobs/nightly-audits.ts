import type { Task } from 'graphile-worker'
import { listCompanyIds } from '@/server/db/list-company-ids'
import { startAudit } from '@/server/domain/audits/start-audit'
import { inCompany } from './run-job'

// 06:00 UTC is 03:00 in Brasília. A machine that was off then does it when it is on again, at most a day later.
export const nightlySchedule = '0 6 * * * audit-companies ?fill=1d&max=3'

/** Asks for an audit of every company. Safe to repeat: one that waits is not asked for twice. */
export const auditCompanies: Task = async () => {
  for (const companyId of await listCompanyIds()) {
    await inCompany(companyId, (ctx) => startAudit(ctx))
  }
}
