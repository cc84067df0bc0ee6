import type { Role } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { hashPassword } from '@/server/auth/password'
import { memberships, users } from '@/server/db/tables/companies'
import type { Door } from '@/server/db/transaction'

/** A person who can sign in. */
export type TestAccount = { userId: string; email: string; password: string }

/** Makes a person with a password who works in the given companies. */
export async function makeAccount(
  door: Door,
  where: readonly { companyId: string; roles: Role[] }[],
): Promise<TestAccount> {
  const userId = uuidv7()
  const account = { userId, email: `pessoa.${userId}@exemplo.com.br`, password: 'o portão azul range' }
  const passwordHash = await hashPassword(account.password)
  await door.inAuthTransaction(async (tx) => {
    await tx.insert(users).values({ id: userId, name: 'Rita Alves', email: account.email, passwordHash })
    for (const { companyId, roles } of where) await tx.insert(memberships).values({ companyId, userId, roles })
  })
  return account
}
