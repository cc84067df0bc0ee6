import { sql } from 'drizzle-orm'
import { permissionsFor } from '@/contract/permissions'
import type { FirstRun } from '@/contract/session'
import { uuidv7 } from '@/lib/uuid'
import { appDoor } from '@/server/db/client'
import { companies } from '@/server/db/tables/companies'
import { type Actor, contextOf } from '@/server/domain/context'
import { recordEvent } from '@/server/domain/events/record-event'
import { refusalsToPassword } from '@/server/domain/members/rules'
import { DomainError, refuse } from '@/server/domain/refusal'
import { setUpCompany } from '@/server/domain/settings/set-up-company'
import { hashPassword } from './password'

let isKnownToBeInUse = false

/** Whether nobody has used this installation yet: signed-out visitors are then led to the first run. */
export async function isInstallationEmpty(): Promise<boolean> {
  if (isKnownToBeInUse) return false
  const found = await appDoor().inAuthTransaction((tx) => tx.select({ id: companies.id }).from(companies).limit(1), {
    mode: 'read',
  })
  isKnownToBeInUse = found.length > 0
  return !isKnownToBeInUse
}

/**
 * Creates the company, its administrator and its registers in one transaction. Refuses INSTALLATION_HAS_COMPANY when there is
 * one; the same command again changes nothing and succeeds.
 */
export async function startInstallation(input: FirstRun): Promise<void> {
  const { commandId, companyName, legalName, taxId, name, email, password } = input
  refuse(refusalsToPassword(password, [companyName, legalName, name, email]))
  // Strangers must not make a server in use compute hashes: there, the database refuses whatever the hash.
  const passwordHash = (await isInstallationEmpty()) ? await hashPassword(password) : 'none'
  const actor = administrator(uuidv7(), uuidv7())
  const scope = { companyId: actor.companyId, actorId: actor.userId, mode: 'write' as const }
  await appDoor().inTransaction(scope, async (tx) => {
    const [answer] = await tx.execute<{ outcome: 'founded' | 'repeated' | 'refused' }>(
      sql`select found_installation(${commandId}, ${actor.companyId}, ${companyName}, ${legalName}, ${taxId}, ${actor.userId}, ${name}, ${email}, ${passwordHash}) as outcome`,
    )
    if (answer?.outcome === 'repeated') return
    if (answer?.outcome !== 'founded') throw new DomainError('INSTALLATION_HAS_COMPANY')
    const ctx = contextOf(tx, actor, new Date())
    await setUpCompany(ctx)
    await recordEvent(ctx, { name: 'company.created', entityKind: 'company', entityId: actor.companyId })
  })
}

function administrator(companyId: string, userId: string): Actor & { userId: string } {
  return { kind: 'user', userId, companyId, roles: ['admin'], permissions: permissionsFor(['admin']) }
}
