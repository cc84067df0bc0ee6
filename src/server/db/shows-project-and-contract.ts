import { type SQL, sql } from 'drizzle-orm'

/** 1.4: whether the company shows projects and contracts on its screens. */
export const showsProjectAndContract: SQL = sql`coalesce((select shows_project_and_contract from order_settings), false)`
