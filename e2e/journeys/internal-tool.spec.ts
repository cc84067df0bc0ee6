import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { officeClient } from '../fixtures/office-client'
import { productAddress } from '../fixtures/product-address'
import { sessionOf } from '../fixtures/session-of'

test('an internal tool sells, concludes and bills through the packed client alone @desktop', async () => {
  test.setTimeout(240_000)
  const env = { ...process.env, EMPREITA_URL: productAddress() }
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/example.mjs'], { env })
  expect(stdout).toMatch(/^Pedido \d+ de .+: 7 tarefas em "Pedido \d+ - /m)
  expect(stdout).toMatch(/^Concluídas: 3 de 5$/m)
  expect(stdout).toMatch(/pode faturar 3 \(3 concluídas\)$/m)
  expect(stdout).toMatch(/^Recusado como deve ser: Item 1: pode faturar no máximo 1\./m)

  const number = Number(/^Pedido (\d+) de/m.exec(stdout)?.[1])
  const { items } = await officeClient(sessionOf('admin')).salesOrders.statusPanel.query({ number })
  expect(items.map(({ unitCount, unitsConcluded, invoiced }) => [unitCount, unitsConcluded, invoiced])).toEqual([
    [5, 3, 2],
    [2, 0, 0],
  ])
})
