import { describe, expect, it } from 'vitest'
import { type OrderToExport, orderTable } from './order-table'

const order: OrderToExport = {
  number: 42,
  customerName: 'Condomínio Solar',
  issuedOn: '2026-11-24',
  dueOn: null,
  projectName: null,
  contractCode: null,
  status: 'in_progress',
  opportunityNumber: 7,
  unitsGenerated: 15,
  unitsConcluded: 4,
  unitsInvoiced: 0,
  unitsBillable: 4,
  totalCents: 525_050,
  invoicedCents: 0,
  billableCents: 140_000,
  sellerName: 'Ana',
}

const table = (...orders: OrderToExport[]) =>
  orderTable(
    orders,
    (column) => column,
    (status) => `<${status}>`,
  )

describe('the file of orders', () => {
  it('writes days and amounts as people do, statuses in words, and no column that is empty', () => {
    const [head = [], row = []] = table(order)
    expect(Object.fromEntries(head.map((name, index) => [name, row[index]]))).toEqual({
      number: 42,
      customer: 'Condomínio Solar',
      issuedOn: '24/11/2026',
      status: '<in_progress>',
      opportunity: 'OP-7',
      tasks: 15,
      concluded: 4,
      invoicedUnits: 0,
      billableUnits: 4,
      total: '5250,50',
      invoiced: '0,00',
      billable: '1400,00',
      seller: 'Ana',
    })
  })

  it('keeps a column that one row fills, in its place', () => {
    const [head, first, second] = table(order, { ...order, projectName: 'Obra Sul' })
    expect(head?.indexOf('project')).toBe(3)
    expect([first?.[3], second?.[3]]).toEqual([null, 'Obra Sul'])
  })

  it('says nothing of amounts to whoever may not see them', () => {
    const hidden = { ...order, totalCents: null, invoicedCents: null, billableCents: null }
    expect(table(hidden)[0]).not.toContain('total')
  })
})
