import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { newAccessToken } from '@/server/auth/access-token'
import { describeSharedDocument, readDocumentLink } from '@/server/auth/document-link'
import { appDoor, closeDoors } from '@/server/db/client'
import { createToken } from '@/server/domain/tokens/create-token'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { itemOf, makeSalesBasis, makeSalesOrder, type SalesBasis } from '@/server/testing/sales-fixture'
import { textOfPdf } from '@/server/testing/text-of-pdf'
import { answerDocument } from './answer-document'
import { answerSharedDocument } from './answer-shared-document'
import { appRouter } from './root'
import { createCallerFactory } from './trpc'

await freshDatabase()
let company: TestCompany
let other: TestCompany
let basis: SalesBasis
let order: { id: string; number: number }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'papers-'))
  process.env.FILES_FOLDER = folder
  company = await makeCompany(appDoor(), { settings: { generatesOpportunity: true } })
  other = await makeCompany(appDoor())
  basis = await makeSalesBasis(company)
  order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '3')])
})
afterAll(async () => {
  await closeDoors()
  await rm(folder, { recursive: true })
})

const callerOf = (role: keyof TestCompany['actors'], of = company) =>
  createCallerFactory(appRouter)({ actor: of.actors[role], screenCompanyId: of.id, requestId: 'test' })

async function read(token: string | null, kind: string, id: string, query = ''): Promise<Response> {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const request = new Request(`http://localhost/api/documents/${kind}/${id}${query}`, { headers })
  return answerDocument(request, { params: Promise.resolve({ kind, id }) })
}

async function tokenOf(of: TestCompany, permissions: ('salesOrders.read' | 'values.read' | 'quotes.read')[]) {
  const secret = newAccessToken()
  const input = { commandId: uuidv7(), name: 'Ferramenta', permissions, expiresOn: '2099-12-31' }
  await of.as('admin', (ctx) => createToken(ctx, input, secret))
  return secret.secret
}

const open = (secret: string, query = '') =>
  answerSharedDocument(new Request(`http://localhost/api/shared-documents/${secret}${query}`), {
    params: Promise.resolve({ secret }),
  })
const pagesOf = async (answer: Response) => textOfPdf(new Uint8Array(await answer.arrayBuffer()))

it('prints the paper of an order for whoever may read it, with prices for whoever may see them', async () => {
  const seeing = await read(
    await tokenOf(company, ['salesOrders.read', 'values.read']),
    'sales_order',
    order.id,
    '?download',
  )
  expect(seeing.headers.get('content-disposition')).toMatch(/^attachment; filename="pedido-\d+-[a-z0-9-]+\.pdf"$/)
  expect(seeing.headers.get('x-robots-tag')).toContain('noindex')
  const [page = ''] = await pagesOf(seeing)
  expect(page).toContain(`Nº ${order.number}`)
  expect(page).toContain('R$')
  const [hidden = ''] = await pagesOf(await read(await tokenOf(company, ['salesOrders.read']), 'sales_order', order.id))
  expect(hidden).toContain(`Nº ${order.number}`)
  expect(hidden).not.toContain('R$')
})

it('gives no paper to the signed-out, without the permission, of another company, or of another kind', async () => {
  expect((await read(null, 'sales_order', order.id)).status).toBe(401)
  expect((await read(await tokenOf(company, ['quotes.read']), 'sales_order', order.id)).status).toBe(403)
  const stranger = await tokenOf(other, ['salesOrders.read', 'quotes.read'])
  expect((await read(stranger, 'sales_order', order.id)).status).toBe(404)
  expect((await read(stranger, 'service_report', order.id)).status).toBe(404)
  expect((await read(stranger, 'quote', order.id)).status).toBe(404)
  expect((await read(stranger, 'invoice', order.id)).status).toBe(404)
  expect((await read(stranger, 'quote', '../secret')).status).toBe(404)
})

it('opens one paper to whoever has its link, counts it, and no more once it is ended', async () => {
  const seller = callerOf('seller')
  const paper = { kind: 'sales_order' as const, id: order.id }
  const command = { ...paper, days: 7 as const, commandId: uuidv7() }
  const { id, secret = '' } = await seller.documents.createLink(command)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(await seller.documents.createLink(command)).toEqual({ id })
  expect(await describeSharedDocument(secret)).toMatchObject({ kind: 'sales_order', number: order.number })
  const answer = await open(secret)
  expect((await pagesOf(answer))[0]).toContain('R$')
  expect(await seller.documents.listLinks(paper)).toMatchObject([{ id, status: 'active', openCount: 1 }])
  const week = 7 * 86_400_000
  expect(await readDocumentLink(secret, new Date(Date.now() + week + 1000))).toBeNull()

  await seller.documents.revokeLink({ ...paper, linkId: id, commandId: uuidv7() })
  await seller.documents.revokeLink({ ...paper, linkId: id, commandId: uuidv7() })
  expect((await open(secret)).status).toBe(404)
  expect(await describeSharedDocument(secret)).toBeNull()
  expect(await seller.documents.listLinks(paper)).toMatchObject([{ status: 'revoked' }])
})

it('shares nothing of another company and nothing that the role does not write', async () => {
  const command = { kind: 'sales_order' as const, id: order.id, days: 7 as const }
  await expect(
    callerOf('seller', other).documents.createLink({ ...command, commandId: uuidv7() }),
  ).rejects.toMatchObject({
    message: 'NOT_FOUND',
  })
  await expect(callerOf('coordinator').documents.createLink({ ...command, commandId: uuidv7() })).rejects.toMatchObject(
    {
      message: 'FORBIDDEN',
    },
  )
})

it('limits how many papers one address may open in a minute', async () => {
  const statuses = []
  for (let count = 0; count < 32; count += 1) statuses.push((await open('x'.repeat(43))).status)
  expect(statuses.at(-1)).toBe(429)
})
