import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ImportRegister, importFields } from '@/contract/imports'
import { uuidv7 } from '@/lib/uuid'
import { newAccessToken } from '@/server/auth/access-token'
import { appDoor, closeDoors } from '@/server/db/client'
import { createToken } from '@/server/domain/tokens/create-token'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { sendSheet, standard } from '@/server/testing/send-sheet'

await freshDatabase()
let token: string
beforeAll(async () => {
  for (const kind of ['CALLS', 'MUTATIONS']) vi.stubEnv(`EMPREITA_${kind}_PER_MINUTE`, '1000000')
  const company = await makeCompany(appDoor())
  const secret = newAccessToken()
  const permissions = ['customers.write' as const, 'services.write' as const]
  await company.as('admin', (ctx) =>
    createToken(ctx, { commandId: uuidv7(), name: 'Planilhas', permissions, expiresOn: '2099-12-31' }, secret),
  )
  token = secret.secret
})
afterAll(closeDoors)

const ask = (register: ImportRegister, file: string | Uint8Array, request: object) =>
  sendSheet(token, register, file, request)

describe('what is no sheet', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, ...Array(500).fill(0)])
  const cases: [string, () => Promise<Uint8Array> | Uint8Array | string, string][] = [
    ['a picture renamed', () => jpeg, 'FILE_NOT_A_SHEET'],
    ['nothing', () => '', 'SHEET_EMPTY'],
    ['a head alone', () => 'Nome;CNPJ\n', 'SHEET_EMPTY'],
    ['empty lines', () => '\n\n;;;\n', 'SHEET_EMPTY'],
    ['a NUL', () => 'Nome\nA\0B\n', 'FILE_NOT_A_SHEET'],
    ['a quote left open', () => 'Nome;CNPJ\n"Aberto;1\nOutro;2\n', 'SHEET_QUOTE_OPEN'],
    ['100,000 lines', () => `Nome\n${'Cliente\n'.repeat(100_000)}`, 'SHEET_TOO_LONG'],
    ['many columns', () => `${'a;'.repeat(200)}\n${'1;'.repeat(200)}\n`, 'SHEET_TOO_WIDE'],
    ['a broken archive', () => new TextEncoder().encode('PK\u0003\u0004 and nothing more'), 'FILE_NOT_A_SHEET'],
    ['an archive that is no workbook', () => archive([['a.txt', Buffer.from('a')]]), 'FILE_NOT_A_SHEET'],
    [
      'an archive that unpacks to far more',
      () => archive([['xl/workbook.xml', Buffer.alloc(60 * 1024 * 1024)]]),
      'FILE_NOT_A_SHEET',
    ],
    [
      'one that lies about it',
      () => archive([['xl/workbook.xml', Buffer.alloc(60 * 1024 * 1024)]], 10),
      'FILE_NOT_A_SHEET',
    ],
    [
      'an old workbook',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      'FILE_NOT_A_SHEET',
    ],
    ['more bytes than are taken', () => new Uint8Array(7 * 1024 * 1024).fill(97), 'FILE_TOO_LARGE'],
  ]

  it.each(cases)(
    '%s is refused with a sentence',
    async (_, make, code) => {
      const answer = await ask('customers', await make(), { step: 'read' })
      const { refusal } = await answer.json()
      expect([answer.status < 500, refusal.code]).toEqual([true, code])
      expect(refusal.message.length).toBeGreaterThan(20)
    },
    30_000,
  )

  it('is read to its end or to its limits when two cells stand far apart', async () => {
    const far = await writeXlsx({
      sheets: [{ name: 'A', rows: [['Nome'], ['Ana']], cells: new Map([['1048575,16383', { value: 'x' }]]) }],
    })
    const answer = await ask('customers', far, { step: 'read' })
    expect(answer.status).toBeLessThan(500)
  }, 30_000)

  it.each([
    ['no request', {}],
    ['an unknown field', { step: 'check', ...standard, mapping: ['password'] }],
    ['a field twice', { step: 'check', ...standard, mapping: ['name', 'name'] }],
    ['a field of another register', { step: 'check', ...standard, mapping: ['name', 'unitPrice'] }],
    ['no column for the name', { step: 'check', ...standard, mapping: ['email', null] }],
    ['no command id', { step: 'run', ...standard, mapping: ['name', null] }],
  ])('%s is refused', async (_, request) => {
    const answer = await ask('customers', 'Nome;CNPJ\nA;\n', request)
    expect([400, 422]).toContain(answer.status)
  })

  it('random bytes and cells never fail on our side', async () => {
    const pieces = [
      '"',
      ';',
      ',',
      '\n',
      '\r',
      'a',
      '=1',
      '\u0001',
      '\uD800',
      '9'.repeat(40),
      'é',
      "'",
      '\\',
      '\t',
      '-1e9',
    ]
    let seed = 7
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed / 2_147_483_648
    }
    for (let round = 0; round < 60; round++) {
      const text = Array.from({ length: 80 }, () => pieces[Math.floor(random() * pieces.length)]).join('')
      const register = round % 2 === 0 ? ('customers' as const) : ('services' as const)
      const fields = importFields[register]
      const mapping = Array.from({ length: 6 }, (_, index) => fields[(index + round) % fields.length])
      const reading = { mapping: [...new Set([fields[0], ...mapping])], duplicates: 'update', corrections: [] }
      const answer = await ask(register, `a;b;c\n${text}`, { step: 'run', ...reading, commandId: uuidv7() })
      expect([answer.status, text]).toEqual([expect.toSatisfy((status: number) => status < 500), text])
    }
  }, 60_000)
})

/** A ZIP made by hand; `claimed` is the unpacked size that its headers tell. */
function archive(files: [string, Buffer][], claimed?: number): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(8, 4)
    fixed.writeUInt32LE(packed.byteLength, 14)
    fixed.writeUInt32LE(claimed ?? content.byteLength, 18)
    fixed.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fixed, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.byteLength
  }
  const central = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]))
}
