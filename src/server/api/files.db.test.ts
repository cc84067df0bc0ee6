import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Permission } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { newAccessToken } from '@/server/auth/access-token'
import { appDoor, closeDoors } from '@/server/db/client'
import { getFile } from '@/server/domain/tasks/get-file'
import { createToken } from '@/server/domain/tokens/create-token'
import { actingOnTasks, commandId } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { createFile } from '../domain/tasks/create-file'
import { answerFile } from './answer-file'
import { answerFileUpload } from './answer-file-upload'

await freshDatabase()
let company: TestCompany
let other: TestCompany
let folder: string
let photo: Buffer
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'))
  process.env.FILES_FOLDER = folder
  company = await makeCompany(appDoor())
  other = await makeCompany(appDoor())
  photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#3a3' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await closeDoors()
  await rm(folder, { recursive: true })
})

const { orderOf, conclude } = actingOnTasks(() => company)

async function tokenOf(of: TestCompany, permissions: Permission[]): Promise<string> {
  const secret = newAccessToken()
  const expiresOn = '2099-12-31'
  await of.as('admin', (ctx) => createToken(ctx, { commandId, name: 'Ferramenta', permissions, expiresOn }, secret))
  return secret.secret
}

const send = (token: string | null, body: Buffer | FormData, headers: Record<string, string> = {}) =>
  answerFileUpload(
    new Request('http://localhost/api/files', {
      method: 'POST',
      body: body instanceof FormData ? body : new Uint8Array(body),
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    }),
  )

const read = (token: string | null, id: string, query = '') =>
  answerFile(
    new Request(`http://localhost/api/files/${id}${query}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    }),
    { params: Promise.resolve({ id }) },
  )

it('takes a picture once under its id, and gives it back in a sandbox', async () => {
  const token = await tokenOf(company, ['tasks.conclude', 'tasks.read'])
  const id = uuidv7()
  const [first, again] = [await send(token, photo, { 'x-file-id': id }), await send(token, photo, { 'x-file-id': id })]
  expect([first.status, again.status]).toEqual([201, 201])
  const answer = await again.json()
  expect(answer).toMatchObject({ id, mediaType: 'image/jpeg', sentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) })

  const shown = await read(token, id)
  expect(shown.status).toBe(200)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="${id}.jpg"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(40)
  expect((await read(token, id, '?size=thumbnail')).status).toBe(200)
  expect((await read(token, id, '?download')).headers.get('content-disposition')).toMatch(/^attachment/)
})

it('takes the field of a form, and refuses another picture under the same id', async () => {
  const token = await tokenOf(company, ['tasks.conclude'])
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(photo)]), 'foto.jpg')
  const id = uuidv7()
  expect((await send(token, form, { 'x-file-id': id })).status).toBe(201)
  const another = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  expect((await send(token, another, { 'x-file-id': id })).status).toBe(409)
})

it('refuses what is no picture, what is too large, who may not, and who is not there', async () => {
  const token = await tokenOf(company, ['tasks.conclude'])
  const reader = await tokenOf(company, ['customers.read'])
  const refusal = async (answer: Response) => ({ status: answer.status, code: (await answer.json()).refusal.code })
  expect(await refusal(await send(token, Buffer.from('<svg/>')))).toEqual({ status: 422, code: 'FILE_NOT_A_PICTURE' })
  expect(await refusal(await send(token, Buffer.alloc(11 * 1024 * 1024)))).toEqual({
    status: 413,
    code: 'FILE_TOO_LARGE',
  })
  expect(await refusal(await send(reader, photo))).toEqual({ status: 403, code: 'FORBIDDEN' })
  expect(await refusal(await send(null, photo))).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
  expect(await refusal(await read(null, uuidv7()))).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
  expect(await refusal(await read(reader, uuidv7()))).toEqual({ status: 403, code: 'FORBIDDEN' })
  expect(await refusal(await read(token, 'x'))).toEqual({ status: 404, code: 'NOT_FOUND' })
})

it('shows another company nothing', async () => {
  const token = await tokenOf(company, ['tasks.conclude', 'tasks.read'])
  const foreign = await tokenOf(other, ['tasks.conclude', 'tasks.read'])
  const { id } = await (await send(token, photo)).json()
  expect((await read(foreign, id)).status).toBe(404)
})

it('shows a technician their own pictures and those of their tasks alone', async () => {
  const { ids } = await orderOf(1, 1)
  const file = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', byteSize: 1 }
  const [own, office] = [uuidv7(), uuidv7()]
  await company.as('technician', (ctx) => createFile(ctx, { id: own, ...file }))
  await company.as('coordinator', (ctx) => createFile(ctx, { id: office, ...file }))
  await conclude('technician', ids[0] ?? '', { photoFileIds: [own] })
  const shown = (id: string, role: 'technician' | 'biller') => company.as(role, (ctx) => getFile(ctx, { id }))
  expect(await shown(own, 'technician')).toMatchObject({ id: own })
  expect(await shown(own, 'biller')).toMatchObject({ id: own })
  await expect(shown(office, 'technician')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
