import { expect, it } from 'vitest'
import { toCsv } from './csv'

it('writes what a spreadsheet in Portuguese opens: mark, semicolons, quotes where they are needed', () => {
  const file = toCsv([
    ['Nº', 'Cliente', 'Total (R$)'],
    [42, 'Solar; "Norte"', '1234,50'],
    [43, null, ''],
  ])
  expect(file).toBe('\uFEFFNº;Cliente;Total (R$)\r\n42;"Solar; ""Norte""";1234,50\r\n43;;\r\n')
})

it.each(['=1+1', '+55', '-2', '@SUM(A1)'])('lets %s run in no spreadsheet', (cell) => {
  expect(toCsv([[cell]])).toBe(`\uFEFF'${cell}\r\n`)
})
