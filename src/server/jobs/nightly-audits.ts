import type { Task } from 'graphile-worker'
import { workerDoor } from '@/server/db/client'
import { listCompanyIds } from '@/server/db/list-company-ids'
import { startAudit } from '@/server/domain/audits/start-audit'
import { actorIdOf, contextOf } from '@/server/domain/context'
import { systemActor } from './run-job'

// 06:00 UTC is 03:00 in Brasília. A machine that was off then does it when it is on again, at most a day later.
export const nightlySchedule = '0 6 * * * audit-companies ?fill=1d&max=3'

/** Asks for an audit of every company. Safe to repeat: one that waits is not asked for twice. */
export const auditCompanies: Task = async () => {
  for (const companyId of await listCompanyIds()) {
    const actor = systemActor(companyId)
    const scope = { companyId, actorId: actorIdOf(actor), mode: 'write' as const }
    await workerDoor().inTransactionWithRetry(scope, (tx) => startAudit(contextOf(tx, actor, new Date())))
  }
}
