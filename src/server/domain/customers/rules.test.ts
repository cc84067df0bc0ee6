import { expect, test } from 'vitest'
import { customerFields } from '@/contract/customers'
import { type CustomerFacts, refusalsToSaveCustomer, withBillingAddress } from './rules'

const address = {
  street: 'Rua A',
  streetNumber: '1',
  district: 'Centro',
  postalCode: '13010-000',
  municipalityCode: '3509502',
}
const facts: CustomerFacts = {
  taxIdHolder: null,
  isMunicipality: (code) => code === '3509502',
  addressIds: new Set(['0198c0de-0000-7000-8000-000000000001']),
  contactIds: new Set(),
}
const fieldsOf = (input: object) => customerFields.parse({ name: 'Condomínio Solar', ...input })

test('a customer needs only a name', () => {
  expect(refusalsToSaveCustomer(facts, fieldsOf({}))).toEqual([])
})

test.each([
  ['12.ABC.345/01DE-35', '12ABC34501DE35'],
  ['11.222.333/0001-81', '11222333000181'],
  ['529.982.247-25', '52998224725'],
  ['', null],
])('CPF and CNPJ are kept without mask: %s', (typed, stored) => {
  expect(fieldsOf({ taxId: typed }).taxId).toBe(stored)
})

test.each(['11.222.333/0001-82', '529.982.247-24', '12ABC34501DE36', '123'])(
  'wrong digits are refused: %s',
  (taxId) => {
    const parsed = customerFields.safeParse({ name: 'X', taxId })
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['TAX_ID_INVALID'])
  },
)

test('every reason comes at once, each with its field', () => {
  const fields = fieldsOf({
    addresses: [
      { ...address, municipalityCode: '0000000' },
      { ...address, id: '0198c0de-0000-7000-8000-000000000002' },
    ],
    contacts: [{ id: '0198c0de-0000-7000-8000-000000000003', name: 'Paulo' }],
  })
  const taxIdHolder = { id: 'x', number: 7, name: 'Outro' }
  const refusals = refusalsToSaveCustomer({ ...facts, taxIdHolder }, fields)
  expect(refusals.map(({ code, field }) => [code, field])).toEqual([
    ['TAX_ID_TAKEN', 'taxId'],
    ['REFERENCE_NOT_FOUND', 'addresses.0.municipalityCode'],
    ['REFERENCE_NOT_FOUND', 'addresses.1.id'],
    ['REFERENCE_NOT_FOUND', 'contacts.0.id'],
  ])
  expect(refusals[0]?.params).toEqual({ number: 7, name: 'Outro' })
})

test('notes go to the marked address, else to the first', () => {
  const two = fieldsOf({ addresses: [address, address] }).addresses
  expect(withBillingAddress(two).map(({ isBilling }) => isBilling)).toEqual([true, false])
  const second = fieldsOf({ addresses: [address, { ...address, isBilling: true }] }).addresses
  expect(withBillingAddress(second).map(({ isBilling }) => isBilling)).toEqual([false, true])
})

test('two billing addresses are refused by the form and by the procedure', () => {
  const marked = { ...address, isBilling: true }
  expect(customerFields.safeParse({ name: 'X', addresses: [marked, marked] }).success).toBe(false)
})
