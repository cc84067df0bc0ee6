import { eq, lt, sql } from 'drizzle-orm'
import { appDoor } from '@/server/db/client'
import { signInLimits } from '@/server/db/tables/companies'
import type { Tx } from '@/server/db/transaction-handle'
import { DomainError } from '@/server/domain/refusal'
import { hashOfSecret } from './secret'
import { type Tries, tryAccount, tryAddress } from './try-limits'

/** Who tries: the account as typed and the caller's network address. */
export type SignInTry = { email: string; address: string }

/** Counts a try before anything is looked at. Throws TOO_MANY_REQUESTS when the account or the address must wait. */
export async function countTry({ email, address }: SignInTry, now: Date): Promise<void> {
  await appDoor().inAuthTransaction(async (tx) => {
    await count(tx, keyOf('address', address), now, (tries) => tryAddress(tries, now, triesPerAddress()))
    await count(tx, keyOf('account', email), now, (tries) => tryAccount(tries, now))
  })
}

/** Who signed in has nothing to wait for: the account starts anew, and the address gets this try back. */
export async function forgiveTry(tx: Tx, { email, address }: SignInTry, now: Date): Promise<void> {
  await tx
    .update(signInLimits)
    .set({ attempts: sql`greatest(${signInLimits.attempts} - 1, 0)` })
    .where(eq(signInLimits.key, keyOf('address', address)))
  await tx.delete(signInLimits).where(eq(signInLimits.key, keyOf('account', email)))
  await tx.delete(signInLimits).where(lt(signInLimits.forgottenAt, now))
}

async function count(tx: Tx, key: string, now: Date, oneMore: (tries: Tries) => Tries | null): Promise<void> {
  const [tries] = await tx
    .insert(signInLimits)
    .values({ key, attempts: 0, freeAt: now, forgottenAt: now })
    .onConflictDoUpdate({ target: signInLimits.key, set: { key } })
    .returning()
  const next = tries && oneMore(tries)
  if (!next) throw new DomainError('TOO_MANY_REQUESTS')
  await tx.update(signInLimits).set(next).where(eq(signInLimits.key, key))
}

function keyOf(kind: 'account' | 'address', value: string): string {
  return hashOfSecret(`${kind} ${value}`)
}

function triesPerAddress(): number {
  return Number(process.env.EMPREITA_SIGN_INS_PER_ADDRESS) || 30
}
