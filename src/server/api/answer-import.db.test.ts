import { sql } from 'drizzle-orm'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportRegister } from '@/contract/imports'
import { uuidv7 } from '@/lib/uuid'
import { newAccessToken } from '@/server/auth/access-token'
import { appDoor, closeDoors } from '@/server/db/client'
import { createToken } from '@/server/domain/tokens/create-token'
import { makeCustomer } from '@/server/testing/customer-fixture'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { sendSheet, standard } from '@/server/testing/send-sheet'

await freshDatabase()
let company: TestCompany
let token: string
beforeAll(() => {
  for (const kind of ['CALLS', 'MUTATIONS']) vi.stubEnv(`EMPREITA_${kind}_PER_MINUTE`, '1000000')
})
beforeEach(async () => {
  company = await makeCompany(appDoor())
  const secret = newAccessToken()
  const permissions = ['customers.write' as const, 'services.write' as const]
  await company.as('admin', (ctx) =>
    createToken(ctx, { commandId: uuidv7(), name: 'Planilhas', permissions, expiresOn: '2099-12-31' }, secret),
  )
  token = secret.secret
})
afterAll(closeDoors)

const ask = (register: ImportRegister, file: string | Uint8Array, request: object, options = {}) =>
  sendSheet(token, register, file, request, options)

/** Reads the sheet, checks it and imports it with what the columns were guessed to be. */
async function importAll(register: ImportRegister, file: string | Uint8Array, options: object = {}) {
  const { columns } = await (await ask(register, file, { step: 'read' })).json()
  const reading = { mapping: columns.map(({ field }: { field: string | null }) => field), ...standard, ...options }
  const check = await (await ask(register, file, { step: 'check', ...reading })).json()
  const run = await ask(register, file, { step: 'run', ...reading, commandId: uuidv7() })
  return { columns, check, status: run.status, answer: await run.json(), reading }
}

const rows = <Row extends Record<string, unknown>>(query: string) =>
  company.as('admin', async (ctx) => [...(await ctx.tx.execute<Row>(sql.raw(query)))])
const countOf = async (table: string) => (await rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n

describe('a sheet of customers', () => {
  it('is read whatever a spreadsheet or a system made of it', async () => {
    const head = 'Razão Social;CNPJ;CEP;Endereço;Número;Bairro;Cidade;UF;Contato;Telefone do contato'
    const line = 'Condomínio São João;11.222.333/0001-81;13010-000;Rua Ação;12;Centro;Campinas;SP;Zé;(19) 99876-5432'
    const text = `${head}\r\n${line}\r\n`
    const shapes: (string | Uint8Array)[] = [
      `\uFEFF${text}`,
      text.replaceAll(';', '\t'),
      text.replaceAll(';', ','),
      Buffer.from(text, 'latin1'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(';', '\t'), 'utf16le')]),
      `sep=;\r\n${text}`,
      await writeXlsx({ sheets: [{ name: 'Clientes', rows: [head.split(';'), line.split(';')] }] }),
    ]
    for (const shape of shapes) {
      const { columns, check, reading } = await importAll('customers', shape, { duplicates: 'update' })
      expect(columns[0]).toMatchObject({ header: 'Razão Social', samples: ['Condomínio São João'], field: 'legalName' })
      expect(reading.mapping).not.toContain(null)
      expect(check).toMatchObject({ lineCount: 1, faults: [] })
    }
    expect(await rows('select name, legal_name, tax_id, number from customers')).toEqual([
      { name: 'Condomínio São João', legal_name: 'Condomínio São João', tax_id: '11222333000181', number: 1 },
    ])
    expect(await rows('select city, state, postal_code, is_billing from customer_addresses')).toEqual([
      { city: 'Campinas', state: 'SP', postal_code: '13010000', is_billing: true },
    ])
    expect(await rows('select name, phone from customer_contacts')).toEqual([{ name: 'Zé', phone: '19998765432' }])
  })

  it('gives back the zeros that a spreadsheet took from documents and CEPs', async () => {
    const sheet = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Nome', 'CPF', 'CEP', 'Rua', 'Nº', 'Número', 'Bairro', 'Município'],
            ['Ana', 1_234_567_890, 1_310_100, 'Av. Paulista', null, 1000, 'Bela Vista', 'São Paulo/SP'],
          ],
        },
      ],
    })
    const { answer } = await importAll('customers', sheet)
    expect(answer).toEqual({ createdCount: 1, updatedCount: 0, skippedCount: 0 })
    expect(
      await rows('select tax_id, postal_code from customers c join customer_addresses a on a.customer_id = c.id'),
    ).toEqual([{ tax_id: '01234567890', postal_code: '01310100' }])
  })

  it('tells every fault by line and column, and keeps nothing until all are put right', async () => {
    const file = [
      'Nome;CPF/CNPJ;E-mail;Telefone;CEP;Logradouro;Número;Bairro;Cidade;UF',
      'Certo;;;;;;;;;',
      ';123;não é;12;13010;Rua A;;Centro;Campinas;SP',
      'Outro;;;;13010000;Rua B;1;Centro;Bom Jesus;',
      'Certo;;;;;;;;;',
    ].join('\n')
    const first = await importAll('customers', file)
    expect(
      first.check.faults.map(({ line, field, code }: Record<string, string>) => `${line} ${field} ${code}`),
    ).toEqual([
      '3 name FIELD_REQUIRED',
      '3 taxId TAX_ID_INVALID',
      '3 email EMAIL_INVALID',
      '3 phone PHONE_INVALID',
      '3 streetNumber FIELD_REQUIRED',
      '4 municipality MUNICIPALITY_AMBIGUOUS',
      '5 name REPEATED_IN_SHEET',
    ])
    expect(first.check.faults[6].message).toBe('Já está na linha 2 desta planilha.')
    expect(first.status).toBe(422)
    expect(first.answer.refusal).toMatchObject({ code: 'IMPORT_HAS_FAULTS', params: { count: 7 } })
    expect(await countOf('customers')).toBe(0)

    const corrections = [
      { line: 3, field: 'name', value: 'Dois' },
      { line: 3, field: 'taxId', value: '' },
      { line: 3, field: 'email', value: 'dois@exemplo.com.br' },
      { line: 3, field: 'phone', value: '' },
      { line: 3, field: 'streetNumber', value: 'S/N' },
      { line: 4, field: 'state', value: 'PI' },
      { line: 5, field: 'name', value: 'Certo Filial' },
    ]
    const second = await importAll('customers', file, { corrections })
    expect(second.answer).toEqual({ createdCount: 4, updatedCount: 0, skippedCount: 0 })
    expect(await rows('select number, name from customers order by number')).toEqual([
      { number: 1, name: 'Certo' },
      { number: 2, name: 'Dois' },
      { number: 3, name: 'Outro' },
      { number: 4, name: 'Certo Filial' },
    ])
  })

  it('leaves out or changes those that exist, and an empty cell takes nothing away', async () => {
    await company.as('admin', (ctx) =>
      makeCustomer(ctx, { name: 'Solar', taxId: '11222333000181', phone: '1932345678', notes: 'Portão azul' }),
    )
    const file = 'Nome;CNPJ;Telefone;Observações;Contato\nSolar Novo;11222333000181;;;Rita\nNovo;;;;\n'
    const skipped = await importAll('customers', file)
    expect(skipped.check).toMatchObject({ duplicateCount: 1, duplicates: [{ line: 2, number: 1, name: '1 · Solar' }] })
    expect(skipped.answer).toEqual({ createdCount: 1, updatedCount: 0, skippedCount: 1 })
    const updated = await importAll('customers', file, { duplicates: 'update' })
    expect(updated.answer).toEqual({ createdCount: 0, updatedCount: 2, skippedCount: 0 })
    expect(await rows('select name, phone, notes from customers where number = 1')).toEqual([
      { name: 'Solar Novo', phone: '1932345678', notes: 'Portão azul' },
    ])
    await importAll('customers', file, { duplicates: 'update' })
    expect(await rows('select name from customer_contacts')).toEqual([{ name: 'Rita' }])
    expect(await countOf('customers')).toBe(2)
  })

  it('of 5,000 lines takes seconds, tells how far it is, and answers a repetition without doing it again', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) =>
      [
        `Cliente ${n}`,
        cnpjOf(n),
        `c${n}@exemplo.com.br`,
        '13010000',
        `Rua ${n}`,
        n + 1,
        'Centro',
        'Campinas',
        'SP',
        `Pessoa ${n}`,
      ].join(';'),
    )
    const file = ['Nome;CNPJ;E-mail;CEP;Logradouro;Número;Bairro;Cidade;UF;Contato', ...lines].join('\n')
    const mapping = [
      'name',
      'taxId',
      'email',
      'postalCode',
      'street',
      'streetNumber',
      'district',
      'municipality',
      'state',
      'contactName',
    ]
    const request = { step: 'run', ...standard, mapping, commandId: uuidv7() }
    const started = Date.now()
    const told = await ask('customers', file, request, { accept: 'application/x-ndjson' })
    const said = (await told.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(Date.now() - started).toBeLessThan(12_000)
    expect(said.at(-1)).toEqual({ result: { createdCount: 5_000, updatedCount: 0, skippedCount: 0 } })
    expect(said.at(-2)).toEqual({ progress: { done: 5_000, total: 5_000 } })
    expect(said.length).toBeGreaterThan(5)
    const again = await ask('customers', file, request)
    expect(await again.json()).toEqual({ createdCount: 5_000, updatedCount: 0, skippedCount: 0 })
    expect([await countOf('customers'), await countOf('customer_addresses')]).toEqual([5_000, 5_000])
    const other = await ask('customers', `${file}\nMais um;;;;;;;;;`, request)
    expect((await other.json()).refusal.code).toBe('COMMAND_REUSED')
  }, 60_000)
})

describe('a sheet of services', () => {
  it('is imported by its codes, with amounts and percentages as people write them', async () => {
    const file = [
      'Código;Descrição;Preço unitário;Un.;Tipo;ISS;ISS retido;Duração (min)',
      'cam-01;Instalação de câmera;"R$ 1.234,50";un;serviço;5;sim;90',
      'HOR-01;Hora técnica;180;h;;2,5 %;não;',
      'PEC-01;Cabo;6,40;M;mercadoria;;;',
    ].join('\n')
    const { check, answer } = await importAll('services', file)
    expect(check.faults).toEqual([])
    expect(answer).toEqual({ createdCount: 3, updatedCount: 0, skippedCount: 0 })
    const found = await rows(
      'select code, kind, unit_price_cents::int as cents, iss_rate_basis_points as iss, iss_withheld, duration_minutes from services order by code',
    )
    expect(found).toEqual([
      { code: 'CAM-01', kind: 'service', cents: 123_450, iss: 500, iss_withheld: true, duration_minutes: 90 },
      { code: 'HOR-01', kind: 'service', cents: 18_000, iss: 250, iss_withheld: false, duration_minutes: null },
      { code: 'PEC-01', kind: 'goods', cents: 640, iss: null, iss_withheld: false, duration_minutes: null },
    ])
    const again = await importAll('services', 'Código;Descrição;Preço\nCAM-01;;1300\n', { duplicates: 'update' })
    expect(again.answer).toEqual({ createdCount: 0, updatedCount: 1, skippedCount: 0 })
    expect(
      await rows("select description, unit_price_cents::int as cents from services where code = 'CAM-01'"),
    ).toEqual([{ description: 'Instalação de câmera', cents: 130_000 }])
  })

  it('says what cannot be read, and takes a formula for its text', async () => {
    const file = 'Código;Descrição;Preço;Unidade;ISS;Tipo de tarefa\nA 1;;dez;XX;cinco;Nenhum\nB1;=1+1;10;;;\n'
    const { check } = await importAll('services', file)
    expect(check.faults.map(({ field, code }: Record<string, string>) => `${field} ${code}`)).toEqual([
      'unitPrice AMOUNT_INVALID',
      'issRate PERCENT_INVALID',
      'unit UNIT_OF_MEASURE_UNKNOWN',
      'taskType TASK_TYPE_UNKNOWN',
      'code CODE_INVALID',
      'description FIELD_REQUIRED',
    ])
    expect(check.lines[1]).toMatchObject({ outcome: 'create', cells: { description: '=1+1' } })
  })
})

it('is for those who may write the register', async () => {
  const secret = newAccessToken()
  await company.as('admin', (ctx) =>
    createToken(
      ctx,
      { commandId: uuidv7(), name: 'Leitura', permissions: ['customers.read'], expiresOn: '2099-12-31' },
      secret,
    ),
  )
  expect((await sendSheet(secret.secret, 'customers', 'Nome\nA\n', { step: 'read' })).status).toBe(403)
})

function cnpjOf(n: number): string {
  const base = `${String(10_000_000 + n)}0001`
  const digit = (text: string) => {
    const sum = [...text]
      .reverse()
      .reduce((total, character, index) => total + Number(character) * (2 + (index % 8)), 0)
    return sum % 11 < 2 ? 0 : 11 - (sum % 11)
  }
  const first = digit(base)
  return `${base}${first}${digit(`${base}${first}`)}`
}
