import { eq, sql } from 'drizzle-orm'
import type { RegisterKind } from '@/contract/registers'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { registerTables } from './register-tables'
import type { RegisterRow } from './rules'

export type StoredRegister = RegisterRow & { version: number; isActive: boolean; position?: number }

/** Every row of a register, locked in the order of its ids: writers of one register come one after the other. */
export async function lockRegister(ctx: Ctx, kind: RegisterKind): Promise<StoredRegister[]> {
  // Locking rows keeps no new ones out; two writers of one register must see each other's names.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`register ${kind} ${ctx.actor.companyId}`}))`)
  const table = registerTables[kind]
  return ctx.tx.select().from(table).orderBy(table.id).for('no key update')
}

/** One row of a register, locked. Throws NOT_FOUND. */
export async function lockRegisterRow(ctx: Ctx, kind: RegisterKind, id: string): Promise<StoredRegister> {
  const table = registerTables[kind]
  const [row] = await ctx.tx.select().from(table).where(eq(table.id, id)).for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}
