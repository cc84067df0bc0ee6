import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invoiceText, periodOf, type TextLine } from './invoice-text'

const line = (fields: Partial<TextLine> = {}): TextLine => ({
  description: 'Visita',
  quantity: '7',
  unitCode: 'UN',
  unitNos: [1, 2, 3, 4, 5, 6, 7],
  unitTotal: 15,
  concludedOn: ['2026-11-12', '2026-11-03'],
  ...fields,
})

describe('the text of a note (F19)', () => {
  it('is written from its units', () => {
    expect(invoiceText({ number: 123 }, [line()])).toBe('Pedido 123: Visita (7 UN), unid. 1-7/15, 03 a 12/11/2026')
  })

  it('names no unit of an item that has one, and none of an item without tasks', () => {
    const hours = line({
      description: 'Consultoria',
      quantity: '2.5000',
      unitCode: 'H',
      unitNos: [1],
      unitTotal: 1,
      concludedOn: ['2026-11-12'],
    })
    const counted = line({ quantity: '3', unitNos: [], unitTotal: 0, concludedOn: [] })
    expect(invoiceText({ number: 1 }, [hours, counted])).toBe(
      'Pedido 1: Consultoria (2,5 H), 12/11/2026; Visita (3 UN)',
    )
  })

  it('says less per line before it says less of the lines, and is cut last', () => {
    const lines = [line(), line({ description: 'Instalação', unitNos: [2, 4, 6, 8] })]
    const at = (limit: number) => invoiceText({ number: 1 }, lines, limit)
    expect(at(200)).toBe(
      'Pedido 1: Visita (7 UN), unid. 1-7/15, 03 a 12/11/2026; Instalação (7 UN), unid. 2, 4, 6, 8/15, 03 a 12/11/2026',
    )
    expect(at(110)).toBe(
      'Pedido 1: Visita (7 UN), unid. 1-7/15; Instalação (7 UN), unid. 2, 4, 6, 8/15. Período: 03 a 12/11/2026',
    )
    expect(at(90)).toBe('Pedido 1: Visita (7 UN); Instalação (7 UN). Período: 03 a 12/11/2026')
    expect(at(66)).toBe('Pedido 1: Visita (7 UN) e mais 1 item. Período: 03 a 12/11/2026')
    expect(at(50)).toBe('Pedido 1: Visita (7 UN... Período: 03 a 12/11/2026')
  })

  it('is never longer than the authority takes', () => {
    const anyLine = fc.record({
      description: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
      quantity: fc.constant('5'),
      unitCode: fc.constant('UN'),
      unitNos: fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 600 }),
      unitTotal: fc.constant(5_000),
      concludedOn: fc.array(fc.constantFrom('2026-11-03', '2026-12-01', '2027-01-02'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 40 }),
        (lines) => [...invoiceText({ number: 99 }, lines)].length <= 2_000,
      ),
      { numRuns: 50 },
    )
  })
})

it.each([
  [['2026-11-03', '2026-11-12'], '03 a 12/11/2026'],
  [['2026-10-28', '2026-11-03'], '28/10 a 03/11/2026'],
  [['2026-12-28', '2027-01-03'], '28/12/2026 a 03/01/2027'],
  [['2026-11-12'], '12/11/2026'],
  [[], ''],
])('days %j are %s', (days, text) => expect(periodOf(days)).toBe(text))
