import { expect, it } from 'vitest'
import type { Refusal } from '@/contract/errors'
import { registerOf } from './register-of'

const lacks = (action: Refusal['action'], field = 'taxId'): Refusal => ({
  code: 'FISCAL_DATA_MISSING',
  params: { field },
  action,
})

it('F17 opens the one register that lacks something, the own company too', () => {
  expect(registerOf([lacks({ kind: 'open_company' }), lacks({ kind: 'open_company' }, 'municipality')])).toBe(
    '/settings/company',
  )
  expect(registerOf([lacks({ kind: 'open_customer', id: 'a', number: 7 })])).toBe('/customers/7')
})

it('leaves several registers to the list of what is missing', () => {
  expect(registerOf([lacks({ kind: 'open_company' }), lacks({ kind: 'open_service', id: 'a' })])).toBeNull()
  expect(registerOf([])).toBeNull()
})
