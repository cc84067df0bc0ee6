import { auditInvariants } from './handlers/audit-invariants'
import { mailInvitation } from './handlers/mail-invitation'
import { mailPasswordLink } from './handlers/mail-password-link'
import { nfseCancel } from './handlers/nfse-cancel'
import { nfseTransmit } from './handlers/nfse-transmit'
import { orderReactions } from './handlers/order-reactions'
import { projectRenamed } from './handlers/project-renamed'
import { unassignTasks } from './handlers/unassign-tasks'
import type { JobName } from './job-list'
import type { JobHandler } from './job-run'

/** Who does each job. */
export const handlers: { [Name in JobName]: JobHandler<Name> } = {
  'audit-invariants': auditInvariants,
  'mail-invitation': mailInvitation,
  'mail-password-link': mailPasswordLink,
  'nfse-cancel': nfseCancel,
  'nfse-transmit': nfseTransmit,
  'order-reactions': orderReactions,
  'project-renamed': projectRenamed,
  'unassign-tasks': unassignTasks,
}
