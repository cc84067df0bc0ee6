import { describe, expect, it } from 'vitest'
import { refusalsToLeaveAdministration, refusalsToPassword } from './rules'

describe('refusalsToPassword', () => {
  const own = ['Ana Prado', 'ana.prado@climafresco.com.br', 'Clima Fresco Serviços']
  it.each([
    'senhasenhasenha',
    'Senha12345678',
    'anaprado2026!',
    'climafresco2026',
    '123456789012',
    '112233445566',
    'aaaaaaaaaaaab',
    'qwertyuiop12',
    'Empreita@2026',
    'ClimaFresco!!ana',
  ])('refuses %s', (password) => {
    expect(refusalsToPassword(password, own)).toEqual([{ code: 'PASSWORD_TOO_COMMON', field: 'password' }])
  })

  it.each(['três gatos na chaminé', 'vN8#kq2LpR7x', 'o portão azul range', 'senha-forte-do-barco-verde'])(
    'accepts %s',
    (password) => {
      expect(refusalsToPassword(password, own)).toEqual([])
    },
  )
})

describe('refusalsToLeaveAdministration', () => {
  const ana = { userId: 'ana', roles: ['admin'] as const }
  const rui = { userId: 'rui', roles: ['admin', 'biller'] as const }

  it('keeps the last administrator', () => {
    expect(refusalsToLeaveAdministration([ana], 'ana', ['seller'])).toEqual([{ code: 'LAST_ADMINISTRATOR' }])
    expect(refusalsToLeaveAdministration([ana], 'ana', [])).toEqual([{ code: 'LAST_ADMINISTRATOR' }])
  })

  it('lets one of two go, and anybody who is none', () => {
    expect(refusalsToLeaveAdministration([ana, rui], 'ana', [])).toEqual([])
    expect(refusalsToLeaveAdministration([ana], 'eva', [])).toEqual([])
    expect(refusalsToLeaveAdministration([ana], 'ana', ['admin', 'seller'])).toEqual([])
  })
})
