import { z } from 'zod'

/**
 * Every job and what its row carries beside the company. A job runs at least once and may run twice, so what it does must
 * converge; its file is handlers/<job>.ts.
 */
export const jobs = {
  /** Something happened to an order: what stands above it (its opportunity) follows. */
  'order-reactions': z.strictObject({ salesOrderId: z.uuid() }),
  /** A member was disabled: their open tasks wait for somebody else. */
  'unassign-tasks': z.strictObject({ userId: z.uuid() }),
  /** A project has another name: generated titles of opportunities follow (E11). */
  'project-renamed': z.strictObject({ projectId: z.uuid() }),
  /** Somebody was invited: the link, with a secret made for this mail, goes to their address. */
  'mail-invitation': z.strictObject({ invitationId: z.uuid() }),
  /** A member wants a new password: the link goes to their address. */
  'mail-password-link': z.strictObject({ userId: z.uuid() }),
  /** Somebody, or the night, wants to know whether every invariant holds. */
  'audit-invariants': z.strictObject({ auditId: z.uuid() }),
  /** A note waits for the authority: send it, or ask about it. */
  'nfse-transmit': z.strictObject({ invoiceId: z.uuid() }),
  /** A note's cancellation was requested. */
  'nfse-cancel': z.strictObject({ invoiceId: z.uuid() }),
} as const

export type JobName = keyof typeof jobs
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>
