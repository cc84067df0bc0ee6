import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { signIn } from '@/server/auth/sign-in'
import { appDoor, closeDoors } from '@/server/db/client'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount } from '@/server/testing/make-account'
import { makeCompany } from '@/server/testing/make-company'
import { seededRandom } from '@/server/testing/seeded-random'

await freshDatabase()
const APP = path.resolve('src/app')
const ORIGIN = 'http://localhost:3210'
const SECRET = 'a secret that only this test has'
let cookie: string

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
  vi.stubEnv('NEXTAUTH_URL', ORIGIN)
  // What is refused here is to be refused for itself, not for being one of too many.
  for (const kind of ['CALLS', 'MUTATIONS']) vi.stubEnv(`EMPREITA_${kind}_PER_MINUTE`, '1000000')
  const company = await makeCompany(appDoor())
  const account = await makeAccount(appDoor(), [{ companyId: company.id, roles: ['admin'] }])
  const sid = await signIn(account, { address: '192.0.2.1', userAgent: null })
  cookie = `session=${await encode({ token: { sid }, secret: SECRET })}`
})
afterAll(closeDoors)

/** Every handler beside the pages, with what a signed-out visitor gets of it; a new one gets its line here. */
const handlers: Readonly<Record<string, { at: string; params?: object; signedOut: number }>> = {
  'api/auth/[...nextauth] GET': { at: '/api/auth/session', params: { nextauth: ['session'] }, signedOut: 404 },
  'api/auth/[...nextauth] POST': {
    at: '/api/auth/callback/other',
    params: { nextauth: ['callback', 'other'] },
    signedOut: 404,
  },
  'api/csp-report POST': { at: '/api/csp-report', signedOut: 204 },
  'api/documents/[kind]/[id] GET': {
    at: `/api/documents/quote/${uuidv7()}`,
    params: { kind: 'quote', id: uuidv7() },
    signedOut: 401,
  },
  'api/shared-documents/[secret] GET': {
    at: '/api/shared-documents/nobody-made-this',
    params: { secret: 'nobody-made-this' },
    signedOut: 404,
  },
  'api/files POST': { at: '/api/files', signedOut: 401 },
  'api/files/[id] GET': { at: `/api/files/${uuidv7()}`, params: { id: uuidv7() }, signedOut: 401 },
  'api/imports/[register] POST': { at: '/api/imports/customers', params: { register: 'customers' }, signedOut: 401 },
  'api/health GET': { at: '/api/health', signedOut: 200 },
  'api/trpc/[trpc] GET': { at: '/api/trpc/customers.list?input=%7B%22json%22%3A%7B%7D%7D', signedOut: 401 },
  'api/trpc/[trpc] POST': { at: '/api/trpc/customers.create', signedOut: 401 },
}

const found = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .flatMap((file) => {
    const methods =
      readFileSync(path.join(APP, file), 'utf8').match(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g) ?? []
    return [...new Set(methods)].map((method) => `${path.dirname(file)} ${method}`)
  })

it('knows every handler beside the pages', () => {
  expect(found.toSorted()).toEqual(Object.keys(handlers).toSorted())
})

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>

async function call(
  name: string,
  {
    at = handlers[name]?.at ?? '',
    params = handlers[name]?.params ?? {},
    ...init
  }: {
    at?: string
    params?: object
    headers?: Record<string, string>
    body?: BodyInit
  },
): Promise<Response> {
  const [folder = '', method = ''] = name.split(' ')
  const route = (await import(path.join(APP, folder, 'route.ts'))) as Record<string, Handler>
  const request = new NextRequest(`${ORIGIN}${at}`, { method, ...init, ...(init.body ? { duplex: 'half' } : {}) })
  const handler = route[method]
  if (!handler) throw new Error(`${folder} has no ${method}`)
  return handler(request, { params: Promise.resolve(params) })
}

const json = { 'content-type': 'application/json' }
const ours = { 'x-empreita': 'web', origin: ORIGIN, 'sec-fetch-site': 'same-origin', host: 'localhost:3210' }
const command = () => JSON.stringify({ json: { commandId: uuidv7(), name: 'Condomínio Solar' } })

it.each(Object.entries(handlers))('%s answers the signed-out as it should', async (name, { signedOut }) => {
  const body = name.endsWith('POST') ? command() : undefined
  const credentials: Record<string, string>[] = [
    {},
    { cookie: 'session=abc' },
    { cookie: `session=${'x'.repeat(4_000)}; __Host-session=` },
    { authorization: 'Bearer empreita_nothing_that_exists' },
    { authorization: 'Basic YTpi' },
  ]
  for (const credential of credentials) {
    const response = await call(name, { headers: { ...json, ...ours, ...credential }, body })
    expect(response.status, JSON.stringify(credential)).toBe(signedOut)
  }
})

const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31)

it.each(Object.keys(handlers))(
  `%s refuses what is malformed or too large, with no 5xx and no word of ours (seed ${seed})`,
  async (name) => {
    const random = seededRandom(seed)
    const anyBytes = Uint8Array.from({ length: 3_000 }, () => Math.floor(random() * 256))
    const bodies: (BodyInit | undefined)[] = name.endsWith('GET')
      ? [undefined]
      : ['', '{', 'null', '"\u0000"', '[[[[[[[[[]]]]]]]]]', anyBytes, 'x'.repeat(12_000_000), '{"json":'.repeat(50_000)]
    const types = [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'image/jpeg',
      '',
    ]
    const odd = [
      {},
      { at: '/api/trpc/../../etc/passwd', params: { id: '../../etc/passwd', nextauth: ['..', '..'] } },
      { at: '/api/trpc/__proto__.constructor?input=%00', params: { id: 'constructor', nextauth: ['__proto__'] } },
      { at: '/api/trpc/customers.list?input=%7B&batch=1', params: { id: `${uuidv7()}%00`, nextauth: [] } },
    ]
    for (const body of bodies) {
      for (const type of types) {
        for (const place of odd) {
          const headers = {
            ...ours,
            cookie,
            'content-type': type,
            'x-file-id': String(random()),
            'content-length': '-1',
          }
          const response = await call(name, { ...place, headers, body })
          const told = await response.text()
          expect(response.status, `${type} ${place.at} ${told.slice(0, 300)}`).toBeLessThan(500)
          expect(told).not.toMatch(/[Zz]od|[Pp]ostgre|drizzle|\bselect |node_modules|src\/server/)
        }
      }
    }
  },
  60_000,
)

it('lets every member of a batch answer for itself, and refuses them all to the signed-out', async () => {
  const [good, other] = [command(), command()].map((text) => JSON.parse(text) as object)
  const body = JSON.stringify({ 0: good, 1: { json: { commandId: 'none' } }, 2: other })
  const at = '/api/trpc/customers.create,customers.create,customers.noSuchVerb?batch=1'
  const send = (headers: Record<string, string>) =>
    call('api/trpc/[trpc] POST', { at, headers: { ...json, ...ours, ...headers }, body })
  const codes = async (response: Response) =>
    ((await response.json()) as { error?: { json: { data: { httpStatus: number } } } }[]).map(
      ({ error }) => error?.json.data.httpStatus ?? 200,
    )
  expect(await codes(await send({ cookie }))).toEqual([200, 400, 404])
  expect(await codes(await send({}))).toEqual([401, 401, 404])
})
