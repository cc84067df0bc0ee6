import { and, eq, not, sql } from 'drizzle-orm'
import type { CustomerFields } from '@/contract/customers'
import { uuidv7 } from '@/lib/uuid'
import { customerContacts } from '@/server/db/tables/customers'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'

/** Makes the customer's active contacts those of the form, in its order. Orders point to them, so that who is gone is inactivated. */
export async function saveContacts(ctx: Ctx, customerId: string, contacts: CustomerFields['contacts']) {
  const rows = contacts.map(({ id, ...contact }, position) => ({
    ...contact,
    id: id ?? uuidv7(),
    customerId,
    position,
    isActive: true,
  }))
  const isKept = sql`${customerContacts.id} = any(${uuidArray(rows.map(({ id }) => id))})`
  await ctx.tx
    .update(customerContacts)
    .set({ isActive: false })
    .where(and(eq(customerContacts.customerId, customerId), not(isKept)))
  if (rows.length === 0) return
  await ctx.tx
    .insert(customerContacts)
    .values(rows)
    .onConflictDoUpdate({
      target: [customerContacts.companyId, customerContacts.id],
      set: {
        name: sql`excluded.name`,
        jobTitle: sql`excluded.job_title`,
        email: sql`excluded.email`,
        phone: sql`excluded.phone`,
        isActive: true,
        position: sql`excluded.position`,
      },
      setWhere: eq(customerContacts.customerId, customerId),
    })
}
