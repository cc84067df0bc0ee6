import { latestAuditInput, repairAuditInput, startAuditInput } from '@/contract/audits'
import { getLatestAudit } from '@/server/domain/audits/get-latest-audit'
import { repairAudit } from '@/server/domain/audits/repair-audit'
import { startAudit } from '@/server/domain/audits/start-audit'
import { command, question, router } from './trpc'

export const auditsRouter = router({
  latest: question(latestAuditInput, getLatestAudit),
  repair: command(repairAuditInput, repairAudit),
  start: command(startAuditInput, startAudit),
})
