import { and, eq, ne } from 'drizzle-orm'
import { contracts, customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { ContractFacts } from './rules'

export type ContractRow = Omit<typeof contracts.$inferSelect, 'companyId'>

/** Locks the contract's row. Throws NOT_FOUND. */
export async function lockContract(ctx: Ctx, id: string): Promise<ContractRow> {
  const [row] = await ctx.tx.select().from(contracts).where(eq(contracts.id, id)).for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** What the rules ask before these fields are written; `exceptId` is the contract itself. */
export async function loadContractFacts(
  { tx }: Ctx,
  fields: { code: string; customerId: string | null },
  exceptId?: string,
): Promise<ContractFacts> {
  const [codeHolder] = await tx
    .select({ id: contracts.id, description: contracts.description })
    .from(contracts)
    .where(and(eq(contracts.code, fields.code), exceptId ? ne(contracts.id, exceptId) : undefined))
  const known = fields.customerId
    ? await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, fields.customerId))
    : null
  return { codeHolder: codeHolder ?? null, isCustomerKnown: known === null || known.length > 0 }
}
