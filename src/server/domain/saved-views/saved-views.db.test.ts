import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/contract/permissions'
import { mostSavedViews, type SaveView, saveViewInput } from '@/contract/saved-views'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { listSavedViews } from './list-saved-views'
import { removeView } from './remove-view'
import { saveView } from './save-view'

await freshDatabase()
afterAll(closeDoors)

const list = 'salesOrders'
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})

const save = (role: Role, fields: Partial<SaveView>) =>
  company.as(role, (ctx) =>
    saveView(ctx, saveViewInput.parse({ commandId: uuidv7(), list, query: 'view=mine', name: 'Minha', ...fields })),
  )
const remove = (role: Role, viewId: string) =>
  company.as(role, (ctx) => removeView(ctx, { commandId: uuidv7(), list, viewId }))
const seenBy = (role: Role) =>
  company.as(role, async (ctx) => (await listSavedViews(ctx, { list })).map(({ name }) => name), { mode: 'read' })

describe('a saved view', () => {
  it('keeps the filter without page and windows, and is its maker’s alone until it is shared', async () => {
    const { id } = await save('seller', { name: 'Solar', query: 'q=solar&cursor=x&panel=status&view=mine' })
    const [view] = await company.as('seller', (ctx) => listSavedViews(ctx, { list }), { mode: 'read' })
    expect(view).toMatchObject({ id, query: 'q=solar&view=mine', sharedBy: null, actions: { change: [] } })
    expect(await seenBy('manager')).toEqual([])
    await save('seller', { viewId: id, name: 'Solar', isShared: true })
    const [shared] = await company.as('manager', (ctx) => listSavedViews(ctx, { list }), { mode: 'read' })
    expect(shared).toMatchObject({ name: 'Solar', actions: { change: [{ code: 'VIEW_OF_SOMEBODY_ELSE' }] } })
    expect(shared?.sharedBy).not.toBeNull()
  })

  it('is changed and removed by its maker, a shared one also by the administrator, and is not there for others', async () => {
    const { id } = await save('seller', { name: 'Atrasados', isShared: true })
    expect(await rejectionOf(save('manager', { viewId: id, name: 'Meus' }))).toMatchObject({
      code: 'VIEW_OF_SOMEBODY_ELSE',
    })
    await save('admin', { viewId: id, name: 'Atrasados do mês', isShared: true })
    expect(await seenBy('seller')).toContain('Atrasados do mês')
    const own = await save('seller', { name: 'Só minha' })
    expect(await rejectionOf(remove('admin', own.id))).toMatchObject({ code: 'NOT_FOUND' })
    await remove('admin', id)
    await remove('seller', own.id)
    expect(await seenBy('seller')).not.toContain('Atrasados do mês')
  })

  it('has a name once per person, whatever the case, and there are only so many', async () => {
    await save('biller', { name: 'Faturar' })
    expect(await rejectionOf(save('biller', { name: 'FATURAR' }))).toMatchObject({ code: 'VIEW_NAME_TAKEN' })
    await save('manager', { name: 'Faturar' })
    for (let view = 1; view < mostSavedViews; view++) await save('biller', { name: `Visão ${view}` })
    expect(await rejectionOf(save('biller', { name: 'Mais uma' }))).toMatchObject({ code: 'TOO_MANY_VIEWS' })
  })
})
