import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openPostalCodes } from './open-postal-codes'
import { webPostalCodes } from './web-postal-codes'

const answers: Record<string, string> = {
  '13010000': JSON.stringify({ logradouro: 'Rua Ação', bairro: 'Centro', localidade: 'Campinas', ibge: '3509502' }),
  '13000000': JSON.stringify({ logradouro: '', bairro: '', ibge: '3509502' }),
  '99999999': JSON.stringify({ erro: true }),
  '10000000': '<html>',
  '20000000': JSON.stringify({ ibge: 3509502 }),
  '30000000': 'x'.repeat(20_000),
}
const asked: string[] = []
const server = createServer((request, response) => {
  const code = request.url?.split('/').at(-1) ?? ''
  asked.push(code)
  if (code === '40000000') response.writeHead(302, { location: '/13010000' }).end()
  else response.writeHead(answers[code] ? 200 : 500).end(answers[code])
})
let address: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/{cep}`
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => server.close())

it('tells the place of a code, and of a town the town alone', async () => {
  const codes = webPostalCodes(address)
  expect(await codes.placeOf('13010000')).toEqual({
    street: 'Rua Ação',
    district: 'Centro',
    municipalityCode: '3509502',
  })
  expect(await codes.placeOf('13000000')).toEqual({ street: '', district: '', municipalityCode: '3509502' })
})

it.each(['99999999', '10000000', '20000000', '30000000', '40000000', '50000000'])(
  'knows nothing of %s when the answer is none',
  async (code) => {
    expect(await webPostalCodes(address).placeOf(code)).toBeNull()
  },
)

it('does not fail where nobody listens', async () => {
  expect(await webPostalCodes('http://127.0.0.1:1/{cep}').placeOf('13010000')).toBeNull()
})

it('asks nobody unless told whom', async () => {
  vi.stubEnv('EMPREITA_POSTAL_CODE_URL', '')
  const before = asked.length
  expect(await openPostalCodes().placeOf('13010000')).toBeNull()
  expect(asked.length).toBe(before)
  vi.stubEnv('EMPREITA_POSTAL_CODE_URL', address)
  expect(await openPostalCodes().placeOf('13010000')).not.toBeNull()
})
