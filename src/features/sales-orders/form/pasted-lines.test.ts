import { describe, expect, test } from 'vitest'
import type { FoundService } from './order-form-values'
import { readPastedLines, rowOfPasted } from './pasted-lines'

const camera: FoundService = {
  id: '01890000-0000-7000-8000-000000000001',
  code: 'CAM-01',
  description: 'Instalação de câmera',
  kind: 'service',
  granularity: null,
  unitCode: 'UN',
  allowsFractions: false,
  unitPriceCents: 28_000,
  lastSale: null,
}

describe('lines pasted from a sheet', () => {
  test('code, quantity and price, by tabs or semicolons, as people write numbers', () => {
    expect(readPastedLines('CAM-01\t15\tR$ 1.280,50\r\ncam-02;2,5')).toEqual([
      { line: 1, name: 'CAM-01', description: null, quantity: '15', unitPriceCents: 128_050, problem: null },
      { line: 2, name: 'cam-02', description: null, quantity: '2.5', unitPriceCents: null, problem: null },
    ])
  })

  test('the heading and empty lines are left out, and lines keep their number', () => {
    const lines = readPastedLines('Código\tQtd\n\nCAM-01\t3\n')
    expect(lines.map(({ line, name }) => [line, name])).toEqual([[3, 'CAM-01']])
  })

  test('a text between name and quantity is the description of the item', () => {
    expect(readPastedLines('CAM-01\tCâmera do pátio\t2\t300')).toMatchObject([
      { description: 'Câmera do pátio', quantity: '2', unitPriceCents: 30_000 },
    ])
  })

  test.each([
    ['CAM-01', 'quantity'],
    ['CAM-01\t0', 'quantity'],
    ['CAM-01\t-2', 'quantity'],
    ['CAM-01\t1e9', 'quantity'],
    ['CAM-01\t2\tgrátis', 'price'],
    ['\t2', 'unknown'],
    [`${'x'.repeat(201)}\t2`, 'description'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readPastedLines(text)).toMatchObject([{ problem }])
  })
})

describe('the item of a line', () => {
  const [line] = readPastedLines('CAM-01\t2')
  const [half] = readPastedLines('CAM-01\t2,5\t10')
  if (!line || !half) throw new Error('two lines were expected')

  test('takes price and description of the service where the line has none', () => {
    expect(rowOfPasted(line, [camera])).toMatchObject({
      serviceId: camera.id,
      description: 'Instalação de câmera',
      quantity: '2',
      unitPriceCents: 28_000,
    })
  })

  test('the last sale goes before the list price', () => {
    const lastSale = { unitPriceCents: 25_000, soldOn: '2026-08-03', orderNumber: 7 }
    expect(rowOfPasted(line, [{ ...camera, lastSale }])).toMatchObject({ unitPriceCents: 25_000 })
  })

  test('is refused when no service, or more than one, bears the name', () => {
    expect(rowOfPasted(line, [])).toBe('unknown')
    expect(rowOfPasted(line, [camera, camera])).toBe('ambiguous')
  })

  test('is refused with a fraction of a unit that has none', () => {
    expect(rowOfPasted(half, [camera])).toBe('fraction')
    expect(rowOfPasted(half, [{ ...camera, allowsFractions: true }])).toMatchObject({
      quantity: '2.5',
      unitPriceCents: 1000,
    })
  })
})
