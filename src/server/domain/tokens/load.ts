import { sql } from 'drizzle-orm'
import type { Permission } from '@/contract/permissions'
import { accessTokens } from '@/server/db/tables/companies'

/** The permissions of a token's row. */
export const tokenPermissions = sql`${accessTokens.permissions}`.mapWith(
  (stored: string) => accessTokens.permissions.mapFromDriverValue(stored) as Permission[],
)
