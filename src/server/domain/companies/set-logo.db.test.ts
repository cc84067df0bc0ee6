import { afterAll, expect, test } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { createDoor } from '@/server/db/transaction'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { loadIssuer } from '../documents/load'
import { createFile } from '../tasks/create-file'
import { getFile } from '../tasks/get-file'
import { getCompany } from './get-company'
import { setLogo } from './set-logo'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const picture = () => ({ id: uuidv7(), sha256: 'a'.repeat(64), mediaType: 'image/png', byteSize: 10 })

test('the logo is a picture that the administrator sent; everybody of the company sees it, nobody else', async () => {
  const [company, other] = [await makeCompany(door), await makeCompany(door)]
  const file = picture()
  await company.as('admin', (ctx) => createFile(ctx, file))
  await company.as('admin', (ctx) => setLogo(ctx, { commandId: uuidv7(), fileId: file.id }))
  expect(await company.as('biller', getCompany, { mode: 'read' })).toMatchObject({ logoFileId: file.id })
  expect(await company.as('seller', (ctx) => getFile(ctx, { id: file.id }))).toMatchObject({ id: file.id })
  expect(await company.as('seller', loadIssuer)).toMatchObject({
    logo: { sha256: file.sha256, mediaType: 'image/png' },
  })
  expect(await rejectionOf(other.as('admin', (ctx) => getFile(ctx, { id: file.id })))).toMatchObject({
    code: 'NOT_FOUND',
  })

  await company.as('admin', (ctx) => setLogo(ctx, { commandId: uuidv7(), fileId: null }))
  expect(await company.as('seller', loadIssuer)).toMatchObject({ logo: null })
})

test('refuses a picture of somebody else and whoever is no administrator', async () => {
  const company = await makeCompany(door)
  const file = picture()
  await company.as('technician', (ctx) => createFile(ctx, file))
  const set = (role: 'admin' | 'manager') =>
    rejectionOf(company.as(role, (ctx) => setLogo(ctx, { commandId: uuidv7(), fileId: file.id })))
  expect(await set('admin')).toMatchObject({ code: 'REFERENCE_NOT_FOUND' })
  expect(await set('manager')).toMatchObject({ code: 'FORBIDDEN' })
})
