import { type SQL, sql } from 'drizzle-orm'

/** Ids as one parameter, `= any(…)`: the statement's text, and so its plan, is the same however many they are. */
export const uuidArray = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`
