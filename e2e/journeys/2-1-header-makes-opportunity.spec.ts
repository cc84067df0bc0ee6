import { expect, test } from '@playwright/test'
import { openPage } from '../fixtures/open-page'
import { openOrderForm } from '../fixtures/order-form'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

const customer = 'Condomínio Solar'

test('2.1 confirming the header makes the opportunity before any item, and the order opens it in a new tab', async ({
  page,
}) => {
  await signIn(page, sessionOf('seller'))
  const { option, chooseCustomer, confirmHeader } = await openOrderForm(page)
  await expect(option).toBeChecked()
  await expect(page.getByText('Será criada 1 oportunidade; as tarefas nascem com os itens')).toBeVisible()
  await chooseCustomer(customer)
  const number = await confirmHeader()

  const link = page.getByRole('link', { name: new RegExp(`^OP-\\d+ · Pedido ${number} - ${customer}`) })
  await expect(link).toHaveAccessibleName(/abre em nova guia/)
  await expect(link).toHaveAttribute('rel', /noopener/)
  await expect(page.getByText('nenhuma tarefa ainda')).toBeVisible()
  const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()])
  await expect(tab.getByRole('heading', { name: /^OP-\d+ · /, level: 1 })).toBeVisible()
  await expect(tab.getByRole('link', { name: `Pedido ${number} (abre em nova guia)` })).toBeVisible()
  await tab.close()

  await openPage(page, `/opportunities?q=${number}`)
  await expect(page.getByText(new RegExp(`^Pedido ${number} - ${customer}`))).toBeVisible()
})

test('2.1 without the option there is an order and no opportunity; without a customer, neither', async ({ page }) => {
  await signIn(page, sessionOf('seller'))
  const { option, chooseCustomer, confirmHeader } = await openOrderForm(page)
  await option.uncheck()
  await page.getByRole('button', { name: 'Confirmar só a capa' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Cliente' })).toBeVisible()
  await chooseCustomer(customer)
  await confirmHeader()
  await expect(page.getByText('Este pedido ainda não gerou oportunidade nem tarefas.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^OP-/ })).toHaveCount(0)
})
