import { describe, expect, it } from 'vitest'
import { opportunityTitle } from './opportunity-title'

const standard = 'Pedido {pedido} - {cliente} - {projeto}'

describe('the title of an order’s opportunity', () => {
  it.each([
    [standard, { pedido: 12, cliente: 'Solar', projeto: 'Obra Sul' }, 'Pedido 12 - Solar - Obra Sul'],
    [standard, { pedido: 12, cliente: 'Solar' }, 'Pedido 12 - Solar'],
    ['{projeto} - Pedido {pedido}', { pedido: 12 }, 'Pedido 12'],
    ['{cliente} | {contrato} | {projeto}', { pedido: 1, cliente: 'Solar', projeto: 'Sul' }, 'Solar | Sul'],
    ['Obra {projeto} ({contrato})', { pedido: 1, projeto: 'Sul', contrato: 'C-9' }, 'Obra Sul (C-9)'],
    ['{contrato}', { pedido: 7 }, 'Pedido 7'],
    ['{nome} {pedido}', { pedido: 7 }, '{nome} 7'],
  ])('%s with %j is %s', (template, parts, title) => {
    expect(opportunityTitle(template, parts)).toBe(title)
  })

  it('keeps a hyphen that belongs to a name', () => {
    expect(opportunityTitle(standard, { pedido: 1, cliente: 'Água - Fria' })).toBe('Pedido 1 - Água - Fria')
  })
})
