import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { type OrderSettingsFields, orderSettingsFields } from '@/contract/settings'
import { uuidv7 } from '@/lib/uuid'
import { events } from '@/server/db/tables/events'
import { sources } from '@/server/db/tables/settings'
import { createDoor } from '@/server/db/transaction'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { getSettings } from './get-settings'
import { updateSettings } from './update-settings'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const read = (company: TestCompany) => company.as('admin', getSettings)
async function save(company: TestCompany, fields: Partial<OrderSettingsFields>, seen?: number) {
  const { settings } = await read(company)
  const { version, ...current } = settings
  return company.as('admin', (ctx) =>
    updateSettings(ctx, {
      commandId: uuidv7(),
      version: seen ?? version,
      settings: orderSettingsFields.parse({ ...current, ...fields }),
    }),
  )
}

describe('the gear', () => {
  it('1.2 shows the values, and for each field what it may name', async () => {
    const company = await makeCompany(door)
    const { settings, options, actions } = await read(company)
    const funnel = options.pipelines.find(({ id }) => id === settings.pipelineId)
    expect(funnel?.name).toBe('Execução de serviços')
    expect(funnel?.stages.map(({ name }) => name)).toEqual(['Pedido recebido', 'Em execução', 'Concluído', 'Faturado'])
    expect(options.technicians.map(({ id }) => id)).toEqual([company.userIds.technician])
    expect([options.openOrders, options.sample, actions.update]).toEqual([0, null, []])
  })

  it('1.3 keeps hidden values, and checks them only while the switch is on', async () => {
    const company = await makeCompany(door)
    const { settings } = await read(company)
    await company.as('admin', ({ tx }) =>
      tx
        .update(sources)
        .set({ isActive: false })
        .where(eq(sources.id, settings.sourceId ?? '')),
    )
    await save(company, { generatesOpportunity: false, stageId: null, dueDays: 3 })
    const refused = await rejectionOf(save(company, { generatesOpportunity: true }))
    expect(refused.blockers.map(({ code, field }) => [code, field])).toEqual([
      ['SETTINGS_INCOMPLETE', 'settings.stageId'],
      ['SETTINGS_INCOMPLETE', 'settings.sourceId'],
    ])
    expect((await read(company)).settings).toMatchObject({ sourceId: settings.sourceId, dueDays: 3 })
  })

  it('keeps what changed, from what to what', async () => {
    const company = await makeCompany(door)
    await save(company, { generatesOpportunity: true, maxUnitsPerItem: 800 })
    const [line] = await company.as('admin', ({ tx }) =>
      tx.select().from(events).where(eq(events.name, 'settings.updated')),
    )
    expect(line?.data).toEqual({
      changes: { generatesOpportunity: { from: false, to: true }, maxUnitsPerItem: { from: 500, to: 800 } },
    })
  })

  it('E13 refuses the second of two writers', async () => {
    const company = await makeCompany(door)
    const { settings } = await read(company)
    await save(company, { dueDays: 5 })
    await expect(save(company, { dueDays: 6 }, settings.version)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  it('is for administrators, and of one company only', async () => {
    const [company, other] = [await makeCompany(door), await makeCompany(door)]
    const { settings } = await read(other)
    const { version, ...fields } = (await read(company)).settings
    const input = { commandId: uuidv7(), version, settings: orderSettingsFields.parse(fields) }
    await expect(company.as('manager', (ctx) => updateSettings(ctx, input))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const foreign = save(company, { generatesOpportunity: true, pipelineId: settings.pipelineId })
    expect((await rejectionOf(foreign)).blockers).toMatchObject([
      { code: 'SETTINGS_INCOMPLETE', params: { fields: 'pipelineId' } },
      {},
      {},
    ])
    const [row] = await company.as('admin', ({ tx }) => tx.execute(sql`select count(*)::int as n from order_settings`))
    expect(row).toEqual({ n: 1 })
  })
})
