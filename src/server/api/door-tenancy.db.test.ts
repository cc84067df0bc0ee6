import postgres from 'postgres'
import superjson from 'superjson'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { permissions } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { appDoor } from '@/server/db/client'
import type { Actor } from '@/server/domain/context'
import { type Answer, callProcedure, procedures } from '@/server/testing/door-walk'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type IdField, idFieldsOf, withValue } from '@/server/testing/id-fields'
import { bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { sampleInput } from '@/server/testing/sample-input'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
afterAll(() => admin.end())

const MARK = 'só da outra empresa'
type Ids = ReadonlyMap<string, string>
let actor: Actor
let own: Ids
let foreign: Ids
let others: TestCompany
let untouched: string

beforeAll(async () => {
  const ours = await makeFullCompany()
  others = await makeFullCompany()
  own = await idsOf(ours.id)
  foreign = await idsOf(others.id)
  actor = { ...ours.actors.admin, permissions: new Set(permissions) }
  for (const [table, column] of [
    ['customers', 'name'],
    ['services', 'description'],
    ['tasks', 'subject'],
    ['opportunities', 'title'],
    ['pipelines', 'name'],
  ] as const) {
    await admin`update ${admin(table)} set ${admin(column)} = ${MARK} where company_id = ${others.id}`
  }
  untouched = await fingerprint(others.id)
})

it.each(procedures)(
  '$path neither shows nor touches what belongs to another company',
  async ({ path, type, schema }) => {
    const sample = sampleInput(schema)
    const fields = idFieldsOf(path, sample).filter((field) => !isReplaced(path, field))
    const ordinary = fields.reduce(
      (input, field) => withValue(input, field.path, own.get(field.table) ?? uuidv7()),
      sample,
    )
    for (const field of fields) {
      const foreignId = idOf(foreign, field)
      const [missing, stolen] = [
        await ask(path, ordinary, field, uuidv7()),
        await ask(path, ordinary, field, foreignId),
      ]
      expect(stolen, field.path.join('.')).toEqual(missing)
      if (type === 'mutation') expect(stolen, field.path.join('.')).not.toHaveProperty('value')
    }
    if (type === 'query') expect(JSON.stringify(await callProcedure(actor, path, ordinary))).not.toContain(MARK)
    expect(await fingerprint(others.id)).toBe(untouched)
  },
)

// R7: units that a device took and that are no longer there are replaced by other units of the same item, whatever they were.
function isReplaced(path: string, field: IdField): boolean {
  return path === 'tasks.concludeNext' && field.path[0] === 'taskIds'
}

// What a caller can tell from an answer, but for the id that they sent themselves.
async function ask(path: string, ordinary: unknown, { path: place }: IdField, id: string): Promise<unknown> {
  const command =
    typeof ordinary === 'object' && ordinary !== null && 'commandId' in ordinary ? { commandId: uuidv7() } : {}
  const answer = await callProcedure(actor, path, { ...(withValue(ordinary, place, id) as object), ...command })
  return JSON.parse(JSON.stringify(told(answer)).replaceAll(id, 'the id'))
}

function told(answer: Answer): unknown {
  if (answer.refusal) return { code: answer.refusal.code, blockers: answer.refusal.blockers }
  const isRefusedBulk =
    Array.isArray(answer.value) &&
    answer.value.length > 0 &&
    answer.value.every((member) => member?.outcome === 'refused')
  return isRefusedBulk ? { refused: answer.value } : { value: superjson.serialize(answer.value) }
}

async function makeFullCompany(): Promise<TestCompany> {
  const company = await makeCompany(appDoor())
  const order = await makeBillableOrder(company, { units: [6], concluded: 4 })
  await bill(company, order, 2)
  return company
}

/** One row of each table of a company, the person being its seller. */
async function idsOf(companyId: string): Promise<Ids> {
  const tables = await admin<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join information_schema.columns i using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'company_id' and i.column_name = 'id' and c.table_name not in ('events', 'commands')`
  const ids = new Map([['companies', companyId]])
  for (const { name } of tables) {
    const [row] = await admin<
      { id: string }[]
    >`select id from ${admin(name)} where company_id = ${companyId} order by id limit 1`
    if (row) ids.set(name, row.id)
  }
  const [person] = await admin<
    { id: string }[]
  >`select user_id as id from memberships where company_id = ${companyId} and roles = '{seller}'`
  return person ? ids.set('users', person.id) : ids
}

function idOf(ids: Ids, { table }: IdField): string {
  return ids.get(table) ?? uuidv7()
}

async function fingerprint(companyId: string): Promise<string> {
  const tables = await admin<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'company_id' order by 1`
  const parts: string[] = []
  for (const { name } of tables) {
    const [row] = await admin<{ hash: string | null }[]>`
      select md5(string_agg(t::text, '' order by t::text)) as hash from ${admin(name)} t where company_id = ${companyId}`
    parts.push(`${name} ${row?.hash ?? ''}`)
  }
  return parts.join('\n')
}
