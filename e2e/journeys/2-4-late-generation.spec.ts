import { expect, type Page, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { newOrder } from '../fixtures/new-order'
import { newService } from '../fixtures/new-service'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

/** Opens the order centre on orders of one project: one for each number of units, the last of which generated already. */
async function openOrdersOf(page: Page, ...units: number[]) {
  const office = officeClient(sessionOf('admin'))
  const name = `Obra ${uuidv7().slice(-6)}`
  const { id: projectId } = await office.projects.create.mutate({ commandId: uuidv7(), name })
  const { id: serviceId } = await newService(office)
  const numbers: number[] = []
  for (const [index, quantity] of units.entries()) {
    const options = { projectId, generatesOpportunity: index === units.length - 1 }
    numbers.push((await newOrder(office, [{ serviceId, quantity: String(quantity) }], options)).number)
  }
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/sales-orders?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('link', { name: /^\d+$/ })).toHaveCount(units.length)
  return { office, numbers }
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Gerar oportunidade e tarefas' })

test('2.4 an order that has its items generates later, from its row', async ({ page }) => {
  const { office, numbers } = await openOrdersOf(page, 2, 1)
  const [number = 0] = numbers
  await page.getByRole('button', { name: `Ações de pedido ${number}` }).click()
  await page.getByRole('menuitem', { name: 'Gerar oportunidade' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('status').first()).toHaveText('1 pronto → 1 oportunidade, 2 tarefas')
  await dialog.getByRole('button', { name: 'Gerar 2 tarefas' }).dblclick()
  await expect(dialog.getByText('1 pedido gerado · nenhum recusado')).toBeVisible()
  await dialog.getByRole('button', { name: 'Fechar' }).last().click()
  await page.getByRole('button', { name: `Ações de pedido ${number}` }).click()
  await expect(page.getByRole('menuitem', { name: /^Abrir oportunidade OP-\d+/ })).toHaveAttribute('target', '_blank')
  const order = await office.salesOrders.get.query({ number })
  expect(order).toMatchObject({ unitsGenerated: 2, opportunity: { status: 'open' } })
})

test('2.4 many orders generate in bulk: said before, told for each, harmless twice', async ({ page, isMobile }) => {
  const { office, numbers } = await openOrdersOf(page, 2, 3, 1)
  if (isMobile) await page.getByRole('button', { name: 'Selecionar', exact: true }).click()
  for (const number of numbers) await page.getByRole('checkbox', { name: `Selecionar pedido ${number}` }).check()
  const generate = page
    .getByRole('region', { name: 'Ações para os selecionados' })
    .getByRole('button', { name: 'Gerar oportunidade' })
  await generate.click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('status').first()).toHaveText(
    '2 prontos → 2 oportunidades, 5 tarefas · 1 já tem tudo (ignorado)',
  )
  await dialog.getByRole('button', { name: 'Gerar 5 tarefas' }).click()
  await expect(dialog.getByText('2 pedidos gerados · nenhum recusado')).toBeVisible()
  await expect(dialog.getByText('Gerado', { exact: true })).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Fechar' }).last().click()

  await generate.click()
  await expect(dialog.getByText('3 já têm tudo (ignorados)')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Gerar/ })).toBeDisabled()
  const stored = await Promise.all(numbers.map((number) => office.salesOrders.get.query({ number })))
  expect(stored.map(({ unitsGenerated }) => unitsGenerated)).toEqual([2, 3, 1])
  expect(new Set(stored.map(({ opportunity }) => opportunity?.number)).size).toBe(3)
})
