import { afterAll, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { companies } from '@/server/db/tables/companies'
import { freshDatabase } from '@/server/testing/fresh-database'
import { isInstallationEmpty, startInstallation } from './first-run'
import { readSession } from './read-session'
import { signIn } from './sign-in'

await freshDatabase()
afterAll(closeDoors)

const first = () => ({
  commandId: uuidv7(),
  companyName: 'Clima Fresco',
  legalName: 'Clima Fresco Ltda.',
  taxId: '11222333000181',
  name: 'Ana Prado',
  email: 'ana@climafresco.com.br',
  password: 'o portão azul range',
})

it('lets one of several at once found the company, sets it up, and refuses everybody after', async () => {
  expect(await isInstallationEmpty()).toBe(true)
  await expect(startInstallation({ ...first(), password: 'climafresco2026' })).rejects.toMatchObject({
    code: 'PASSWORD_TOO_COMMON',
  })
  expect(await isInstallationEmpty()).toBe(true)

  const [one, two] = [first(), { ...first(), email: 'rui@climafresco.com.br' }]
  const answers = await Promise.allSettled([startInstallation(one), startInstallation(two)])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find((answer) => answer.status === 'rejected')).toMatchObject({
    reason: { code: 'INSTALLATION_HAS_COMPANY' },
  })
  expect(await appDoor().inAuthTransaction((tx) => tx.select().from(companies))).toHaveLength(1)
  expect(await isInstallationEmpty()).toBe(false)

  const winner = answers[0]?.status === 'fulfilled' ? one : two
  await startInstallation(winner)
  await expect(startInstallation(first())).rejects.toMatchObject({ code: 'INSTALLATION_HAS_COMPANY' })
  const session = await readSession(await signIn(winner, { address: '192.0.2.1', userAgent: null }))
  expect(session).toMatchObject({ company: { name: 'Clima Fresco' }, actor: { roles: ['admin'] } })
})
