import { z } from 'zod'
import { commandInput } from './errors'

export const latestAuditInput = z.strictObject({})

export const startAuditInput = commandInput.strict()
export type StartAudit = z.infer<typeof startAuditInput>

export const repairAuditInput = commandInput.extend({ findingId: z.uuid() }).strict()
export type RepairAudit = z.infer<typeof repairAuditInput>
