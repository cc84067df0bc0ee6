import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { newAccessToken } from '@/server/auth/access-token'
import { revokeSession } from '@/server/auth/read-session'
import { signIn } from '@/server/auth/sign-in'
import { appDoor, closeDoors } from '@/server/db/client'
import { accessTokens, memberships } from '@/server/db/tables/companies'
import { commands } from '@/server/db/tables/events'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount, type TestAccount } from '@/server/testing/make-account'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { answerRequest } from './answer-request'

await freshDatabase()
const ORIGIN = 'http://localhost:3210'
const SECRET = 'a secret that only this test has'
let company: TestCompany
let account: TestAccount
let cookie: string

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
  company = await makeCompany(appDoor())
  account = await makeAccount(appDoor(), [{ companyId: company.id, roles: ['admin'] }])
  cookie = await cookieOf(account)
})
afterEach(() => vi.unstubAllEnvs())
afterAll(closeDoors)

const ours = { 'x-empreita': 'web', origin: ORIGIN, 'sec-fetch-site': 'same-origin', host: 'localhost:3210' }
const json = { 'content-type': 'application/json' }

async function cookieOf(person: TestAccount): Promise<string> {
  const sid = await signIn(person, { address: '192.0.2.1', userAgent: null })
  return `session=${await encode({ token: { sid }, secret: SECRET })}`
}

function send(path: string, init: RequestInit): Promise<Response> {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
  return answerRequest(new Request(`${ORIGIN}/api/trpc/${path}`, init))
}

const newCustomer = () => ({ json: { commandId: uuidv7(), name: 'Condomínio Solar' } })
const create = (headers: Record<string, string>, body: unknown = newCustomer()) =>
  send('customers.create', { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
const read = (headers: Record<string, string>) => send('session.current?input=%7B%22json%22%3A%7B%7D%7D', { headers })

async function refusalCode(response: Response): Promise<string> {
  const { error } = await response.json()
  return error.json.data.refusal.code
}

describe('a request with the session of a browser', () => {
  it('is answered when a page of ours sent it', async () => {
    expect((await read({ ...ours, cookie })).status).toBe(200)
    expect((await create({ ...ours, cookie })).status).toBe(200)
  })

  it.each([
    ['our header is missing', { 'x-empreita': undefined }],
    ['another site sent it', { origin: 'https://outro.exemplo.com.br' }],
    ['a file or a frame without origin sent it', { origin: 'null' }],
    ['the origin is missing', { origin: undefined }],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site' }],
    ['somebody typed it', { 'sec-fetch-site': 'none' }],
  ])('is refused when %s', async (_, change) => {
    const headers = Object.fromEntries(
      Object.entries({ ...ours, cookie, ...change }).filter(([, value]) => value),
    ) as Record<string, string>
    const response = await create(headers)
    expect([response.status, await refusalCode(response)]).toEqual([403, 'FORBIDDEN'])
  })

  it('must say the site where the product is reached by https', async () => {
    const { 'sec-fetch-site': _, ...rest } = ours
    expect((await create({ ...rest, cookie })).status).toBe(200)
    vi.stubEnv('NEXTAUTH_URL', 'https://app.exemplo.com.br')
    const secure = { ...rest, origin: 'https://app.exemplo.com.br', cookie: `__Host-${cookie}` }
    expect((await create(secure)).status).toBe(403)
    vi.stubEnv('NEXTAUTH_URL', 'https://app.exemplo.com.br')
    expect((await create({ ...secure, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('fails once the session is revoked, and with a forged or foreign cookie', async () => {
    const sid = await signIn(account, { address: '192.0.2.1', userAgent: null })
    const own = `session=${await encode({ token: { sid }, secret: SECRET })}`
    expect((await read({ ...ours, cookie: own })).status).toBe(200)
    await revokeSession(sid)
    const forged = `session=${await encode({ token: { sid: 'x'.repeat(43) }, secret: SECRET })}`
    const foreign = `session=${await encode({ token: { sid }, secret: 'another' })}`
    for (const bad of [own, forged, foreign, 'session=abc', `session=${sid}`]) {
      const response = await read({ ...ours, cookie: bad })
      expect([response.status, await refusalCode(response)]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  it('is refused for a screen of another company', async () => {
    const response = await create({ ...ours, cookie, 'x-empreita-company': uuidv7() })
    expect([response.status, await refusalCode(response)]).toEqual([409, 'COMPANY_CHANGED'])
  })
})

describe('a body', () => {
  it.each([
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    '',
  ])('of type "%s" is refused', async (type) => {
    const response = await create({ ...ours, cookie, 'content-type': type })
    expect(response.status).toBe(415)
  })

  it('above 1 MB is refused while it comes, whatever its header says', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 100_000
        controller.enqueue(new Uint8Array(100_000).fill(32))
      },
    })
    const response = await send('customers.create', {
      method: 'POST',
      headers: { ...json, ...ours, cookie },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(2_000_000)
  })

  it('that is no JSON, or JSON of nothing, is refused without a word of ours', async () => {
    for (const body of ['{', '[]', 'null', '"x"', '{"json":', '\u0000']) {
      const response = await send('customers.create', { method: 'POST', headers: { ...json, ...ours, cookie }, body })
      expect([response.status, await refusalCode(response)]).toEqual([400, 'INVALID_INPUT'])
    }
  })
})

describe('a batch', () => {
  it('of more than ten calls is refused, and so are thousands, at once', async () => {
    for (const count of [11, 5_000]) {
      const path = Array.from({ length: count }, () => 'session.current').join(',')
      const response = await send(`${path}?batch=1&input=%7B%7D`, { headers: { ...ours, cookie } })
      expect(response.status).toBe(400)
    }
    expect((await send(`${','.repeat(20_000)}?batch=1`, { headers: { ...ours, cookie } })).status).toBeLessThan(500)
  })

  it('counts each member against the limits of the caller', async () => {
    vi.stubEnv('EMPREITA_CALLS_PER_MINUTE', '12')
    const person = await makeAccount(appDoor(), [{ companyId: company.id, roles: ['seller'] }])
    const headers = { ...ours, cookie: await cookieOf(person) }
    const path = Array.from({ length: 10 }, () => 'session.current').join(',')
    const input = encodeURIComponent(
      JSON.stringify(Object.fromEntries([...Array(10).keys()].map((key) => [key, { json: {} }]))),
    )
    expect((await send(`${path}?batch=1&input=${input}`, { headers })).status).toBe(200)
    const response = await send(`${path}?batch=1&input=${input}`, { headers })
    expect([response.status, (await response.json())[0].error.json.data.refusal.code]).toEqual([
      429,
      'TOO_MANY_REQUESTS',
    ])
  })
})

describe('an internal tool', () => {
  async function makeToken(change: Partial<typeof accessTokens.$inferInsert> = {}) {
    const { secret, hash, hint } = newAccessToken()
    const id = uuidv7()
    await appDoor().inAuthTransaction((tx) =>
      tx.insert(accessTokens).values({
        id,
        companyId: company.id,
        name: 'Integração do site',
        tokenHash: hash,
        tokenHint: hint,
        permissions: ['customers.write', 'events.audit'],
        createdBy: account.userId,
        expiresAt: new Date(Date.now() + 86_400_000),
        ...change,
      }),
    )
    return { id, authorization: `Bearer ${secret}` }
  }

  it('needs a token and nothing else, and its cookies are not looked at', async () => {
    const { id, authorization } = await makeToken()
    expect((await create({ authorization })).status).toBe(200)
    expect(
      (await create({ authorization, cookie: 'session=abc', origin: 'https://outro.exemplo.com.br' })).status,
    ).toBe(200)
    const response = await create({ ...ours, authorization: 'Bearer empreita_nothing_that_exists', cookie })
    expect([response.status, await refusalCode(response)]).toEqual([401, 'UNAUTHENTICATED'])
    const [used] = await appDoor().inAuthTransaction((tx) =>
      tx.select().from(accessTokens).where(eq(accessTokens.id, id)),
    )
    expect(used?.lastUsedAt).toBeInstanceOf(Date)
  })

  it('may only what its token says', async () => {
    const { authorization } = await makeToken()
    const response = await send('customers.list?input=%7B%22json%22%3A%7B%7D%7D', { headers: { authorization } })
    expect([response.status, await refusalCode(response)]).toEqual([403, 'FORBIDDEN'])
  })

  it('gets one effect for one command id, however often it sends it', async () => {
    const { authorization } = await makeToken()
    const body = newCustomer()
    const first = await (await create({ authorization }, body)).json()
    expect(await (await create({ authorization }, body)).json()).toEqual(first)
    const other = { json: { ...body.json, name: 'Outro nome' } }
    expect(await refusalCode(await create({ authorization }, other))).toBe('COMMAND_REUSED')
  })

  it.each([
    ['it was revoked', { revokedAt: new Date() }],
    ['it expired', { expiresAt: new Date(Date.now() - 1) }],
  ])('is refused once %s', async (_, change) => {
    expect((await create({ authorization: (await makeToken(change)).authorization })).status).toBe(401)
  })

  it('may never more than its maker now, and ends with the maker', async () => {
    const maker = await makeAccount(appDoor(), [{ companyId: company.id, roles: ['admin'] }])
    const { authorization } = await makeToken({ createdBy: maker.userId })
    const set = (change: { roles?: string[]; disabledAt?: Date }) =>
      appDoor().inAuthTransaction((tx) =>
        tx.update(memberships).set(change).where(eq(memberships.userId, maker.userId)),
      )
    await set({ roles: ['technician'] })
    expect((await create({ authorization })).status).toBe(403)
    await set({ disabledAt: new Date() })
    expect((await create({ authorization })).status).toBe(401)
  })
})

describe('secrets', () => {
  it('are shown once and stored nowhere, neither in answers nor in commands', async () => {
    const command = {
      json: { commandId: uuidv7(), name: 'Painel', permissions: ['customers.read'], expiresOn: '2099-12-31' },
    }
    const post = () =>
      send('tokens.create', { method: 'POST', headers: { ...json, ...ours, cookie }, body: JSON.stringify(command) })
    const { secret } = (await (await post()).json()).result.data.json
    expect(secret).toMatch(/^empreita_[\w-]{43}$/)
    expect((await (await post()).json()).result.data.json).not.toHaveProperty('secret')
    const stored = await company.as('admin', ({ tx }) => tx.select().from(commands))
    expect(JSON.stringify(stored)).not.toContain(secret)
    expect(
      (await send('customers.list?input=%7B%22json%22%3A%7B%7D%7D', { headers: { authorization: `Bearer ${secret}` } }))
        .status,
    ).toBe(200)
  })
})
