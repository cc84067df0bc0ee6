import { expect, type Page, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { editQuantity } from '../fixtures/edit-quantity'
import { newOrder } from '../fixtures/new-order'
import { newService } from '../fixtures/new-service'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'
import { openOrderForm } from '../fixtures/order-form'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

const office = () => officeClient(sessionOf('admin'))
const unitsOfItem = (page: Page, item: number) =>
  page.getByRole('group', { name: `Unidades do item ${item}` }).getByRole('button')

test('2.2 each unit of an item inserted after the header is one task, with the description as its subject', async ({
  page,
}) => {
  const { code, description } = await newService(office())
  const { number } = await newOrder(office(), [])
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/sales-orders/${number}`)
  await page.getByRole('combobox', { name: 'Serviço do item 1' }).fill(code)
  await page.getByRole('option', { name: code }).click()
  await page.getByRole('textbox', { name: 'Quantidade do item 1' }).fill('15')
  await page.getByRole('textbox', { name: 'Quantidade do item 1' }).press('Enter')
  await expect(page.getByText('Item incluído · 15 tarefas criadas')).toBeVisible()
  await expect(unitsOfItem(page, 1)).toHaveCount(15)
  await expect(page.getByRole('combobox', { name: 'Serviço do item 2' })).toBeFocused()

  const order = await office().salesOrders.get.query({ number })
  const { rows } = await office().tasks.listUnits.query({ itemId: order.items[0]?.id ?? '' })
  expect(rows.map(({ subject }) => subject)).toEqual(Array(15).fill(description))
  expect(rows.map(({ unitNo }) => unitNo)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  await unitsOfItem(page, 1).nth(2).click()
  const task = page.getByRole('dialog', { name: description })
  await expect(task.getByText('Unidade 3 de 15')).toBeVisible()
  await expect(task.getByRole('heading', { level: 2 })).toHaveText(description)
})

test('2.2 header and items confirmed together make the opportunity and all tasks at once', async ({ page }) => {
  const [first, second] = [await newService(office()), await newService(office())]
  await signIn(page, sessionOf('seller'))
  const { chooseCustomer, typeItem, confirm } = await openOrderForm(page)
  await chooseCustomer('Condomínio Solar')
  await typeItem(1, first.code, '2')
  await typeItem(2, second.code, '3')
  await expect(page.getByText('Serão criadas 1 oportunidade e 5 tarefas')).toBeVisible()
  await confirm()
  await expect(page.getByRole('link', { name: /^OP-\d+ · / })).toBeVisible()
  await expect(page.getByText('0 de 5 tarefas concluídas')).toBeVisible()
  await expect(unitsOfItem(page, 1)).toHaveCount(2)
  await expect(unitsOfItem(page, 2)).toHaveCount(3)
})

test('2.2 a higher quantity makes the missing tasks, a lower one cancels them, and both are said before', async ({
  page,
}) => {
  const { number } = await billableOrder({ units: 3, concluded: 1 })
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/sales-orders/${number}`)
  await expect(unitsOfItem(page, 1)).toHaveCount(3)

  const higher = await editQuantity(page, 5)
  await expect(higher.impact.getByText('Se a quantidade passar de 3 para 5: +2 tarefas')).toBeVisible()
  await higher.saveTwice()
  await expect(unitsOfItem(page, 1)).toHaveCount(5)

  const lower = await editQuantity(page, 2)
  await expect(lower.impact.getByText('Se a quantidade passar de 5 para 2: 3 canceladas')).toBeVisible()
  await expect(lower.impact.getByText('Mínimo permitido: 1')).toBeVisible()
  await lower.saveTwice()
  await expect(page.getByRole('button', { name: 'Editar quantidade do item 1' })).toHaveText('2')
})
