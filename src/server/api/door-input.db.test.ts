import { beforeAll, expect, it } from 'vitest'
import { permissions } from '@/contract/permissions'
import { appDoor } from '@/server/db/client'
import type { Actor } from '@/server/domain/context'
import { callProcedure, procedures } from '@/server/testing/door-walk'
import { freshDatabase } from '@/server/testing/fresh-database'
import { hostileInput } from '@/server/testing/hostile-input'
import { makeCompany } from '@/server/testing/make-company'
import { sampleInput } from '@/server/testing/sample-input'
import { seededRandom } from '@/server/testing/seeded-random'

await freshDatabase()
const TRIES = 50
const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31)
let actor: Actor

beforeAll(async () => {
  const company = await makeCompany(appDoor())
  actor = { ...company.actors.admin, permissions: new Set(permissions) }
})

it.each(procedures)(
  `$path answers ${TRIES} hostile inputs with a refusal of ours (seed ${seed})`,
  async ({ path, schema }) => {
    const random = seededRandom(seed)
    const sample = sampleInput(schema)
    for (let count = 0; count < TRIES; count++) {
      const input = hostileInput(sample, random)
      const answer = await callProcedure(actor, path, input)
      if (!answer.refusal) continue
      const told = JSON.stringify(answer.refusal)
      const what = `${JSON.stringify(input, (_, value) => (typeof value === 'bigint' ? String(value) : value))?.slice(0, 500)} → ${told}`
      expect(answer.trpcCode, what).not.toBe('INTERNAL_SERVER_ERROR')
      expect(answer.trpcCode, what).not.toBe('SERVICE_UNAVAILABLE')
      expect(told, what).not.toMatch(
        /[Zz]od|[Pp]ostgre|drizzle|\bselect |\binsert |syntax|Expected |Invalid |node_modules/,
      )
    }
  },
)
