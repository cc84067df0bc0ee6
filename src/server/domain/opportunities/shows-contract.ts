import { sql } from 'drizzle-orm'
import type { Ctx } from '../context'

/** 1.4: whether the company shows contracts on its screens. */
export async function showsContract({ tx }: Ctx): Promise<boolean> {
  const [settings] = await tx.execute<{ shown: boolean }>(
    sql`select shows_project_and_contract as shown from order_settings`,
  )
  return settings?.shown ?? false
}
