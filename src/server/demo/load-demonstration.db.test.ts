import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shownQuoteStatuses } from '@/contract/quotes'
import { salesOrderStatuses } from '@/contract/sales-orders'
import { signIn } from '@/server/auth/sign-in'
import { closeDoors } from '@/server/db/client'
import { brokenInvariants } from '@/server/db/invariants'
import { freshDatabase } from '@/server/testing/fresh-database'
import { demonstrationSignIns, loadDemonstration } from './load-demonstration'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
const pictures = mkdtempSync(path.join(os.tmpdir(), 'demonstration-'))
const LOAD_MS = 180_000

beforeAll(async () => {
  process.env.FILES_FOLDER = pictures
  await loadDemonstration()
}, LOAD_MS)
afterAll(async () => {
  await closeDoors()
  await admin.end()
  rmSync(pictures, { recursive: true, force: true })
})

const OF_THE_LARGER = `company_id = (select company_id from memberships m join users u on u.id = m.user_id where u.email = 'admin@exemplo.com.br')`

async function countBy(table: string, column: string): Promise<Record<string, number>> {
  const rows = await admin.unsafe<{ word: string; rows: number }[]>(
    `select (${column})::text as word, count(*)::int as rows from ${table} where ${OF_THE_LARGER} group by 1`,
  )
  return Object.fromEntries(rows.map(({ word, rows: count }) => [word, count]))
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

it('keeps every invariant', async () => {
  expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
})

it('has 40 customers with documents, some with letters, and 25 services with national codes', async () => {
  const customers = await countBy(
    'customers',
    `case when length(tax_id) = 11 then 'cpf' when tax_id ~ '[A-Z]' then 'letters' else 'cnpj' end`,
  )
  expect(customers).toEqual({ cpf: 11, cnpj: 23, letters: 6 })
  expect(await countBy('services', 'national_service_code is not null and iss_rate_basis_points is not null')).toEqual({
    true: 25,
  })
})

it('has 80 orders in every state, some without opportunity', async () => {
  const orders = await countBy('sales_orders', 'status')
  expect(Object.keys(orders).sort()).toEqual([...salesOrderStatuses].sort())
  expect(total(orders)).toBe(80)
  const live = `exists (select from opportunities p where p.sales_order_id = sales_orders.id and p.undone_at is null)`
  expect(await countBy('sales_orders', live)).toEqual({ true: 77, false: 3 })
})

it('has quotes in every state, the converted ones with their order', async () => {
  const shown = `case when status in ('sent', 'approved') and valid_until < current_date then 'expired' else status end`
  const quotes = await countBy('quotes', shown)
  expect(Object.keys(quotes).sort()).toEqual([...shownQuoteStatuses].sort())
})

it('has tasks over weeks: late, today, to come, done with evidence, not done, cancelled, and a rework', async () => {
  const tasks = await countBy('tasks', 'status')
  for (const status of ['to_do', 'scheduled', 'in_progress', 'paused', 'not_done', 'concluded', 'cancelled']) {
    expect(tasks[status], status).toBeGreaterThan(0)
  }
  expect(await countBy('tasks', 'origin')).toMatchObject({ rework: 1, manual: 3 })
  const when = `case when status in ('concluded', 'cancelled') then 'over' when due_on is null then 'undated'
    when due_on < (now() at time zone 'America/Sao_Paulo')::date then 'late' when due_on = (now() at time zone 'America/Sao_Paulo')::date then 'today' else 'to come' end`
  const days = await countBy('tasks', when)
  for (const word of ['late', 'today', 'to come']) expect(days[word], word).toBeGreaterThan(4)
  expect(total(await countBy('task_photos', 'true'))).toBeGreaterThan(20)
  expect(await countBy('task_evidence', 'signature_file_id is not null')).toMatchObject({ true: expect.any(Number) })
})

it('has notes authorised, rejected, cancelled and waiting for the authority', async () => {
  const notes = await countBy('invoices', `status || case when is_awaiting_authority then ' waiting' else '' end`)
  expect(Object.keys(notes).sort()).toEqual(['authorised', 'cancelled', 'processing waiting', 'rejected'])
})

it('lets nothing happen after now, or before the company was there', async () => {
  const [span] =
    await admin`select min(at) >= (select min(created_at) from companies) as begins, max(at) <= now() as ends from events`
  expect(span).toEqual({ begins: true, ends: true })
})

it('lets everybody sign in', async () => {
  for (const { email, password } of demonstrationSignIns) {
    await expect(signIn({ email, password }, { address: '127.0.0.1', userAgent: null })).resolves.toEqual(
      expect.any(String),
    )
  }
})

it('is refused where it was loaded already, and changes nothing', async () => {
  const before =
    await admin`select (select count(*) from companies) as companies, (select count(*) from events) as events`
  await expect(loadDemonstration()).rejects.toThrow()
  expect(
    await admin`select (select count(*) from companies) as companies, (select count(*) from events) as events`,
  ).toEqual(before)
})
