// Kept as the comment of the database: it needs no table, and goes when the database goes.
const MARK = 'half loaded'

/**
 * @param {import('postgres').Sql} sql
 * @param {string} [database] the one connected to, when not given
 * @returns {Promise<boolean>} whether loading the demonstration is under way there, or was cut off
 */
export async function isHalfLoaded(sql, database) {
  const [row] = await sql`
    select shobj_description(oid, 'pg_database') as mark from pg_database
    where datname = coalesce(${database ?? null}, current_database())`
  return row?.mark === MARK
}

/** @param {import('postgres').Sql} owner Says, until markWhole, that what the database holds is not all of it. */
export async function markHalfLoaded(owner) {
  await owner.unsafe(`comment on database ${await currentDatabase(owner)} is '${MARK}'`)
}

/** @param {import('postgres').Sql} owner */
export async function markWhole(owner) {
  await owner.unsafe(`comment on database ${await currentDatabase(owner)} is null`)
}

async function currentDatabase(sql) {
  const [{ name }] = await sql`select quote_ident(current_database()) as name`
  return name
}
