import { expect, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

test('Esc leaves the header as it was, and E11 another project re-titles the opportunity', async ({ page }) => {
  const { number, customer, office } = await billableOrder({ units: 1, concluded: 0 })
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/sales-orders/${number}`)
  await page.getByRole('button', { name: 'Editar capa' }).click()
  const dialog = page.getByRole('dialog', { name: `Editar capa do pedido ${number}` })
  await expect(dialog.getByRole('combobox', { name: /^Cliente/ })).toHaveValue(customer.name)
  await dialog.getByRole('combobox', { name: /^Cliente/ }).press('Escape')
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: 'Editar capa' }).click()
  await dialog.getByRole('combobox', { name: /^Projeto/ }).selectOption({ label: 'Frente de loja 2026' })
  await dialog.getByRole('button', { name: /^Salvar capa/ }).click()
  await expect(dialog).toBeHidden()
  await expect(
    page.getByRole('link', { name: new RegExp(`^OP-\\d+ · Pedido ${number} - .+ - Frente de loja 2026`) }),
  ).toBeVisible()
  expect(await office.salesOrders.get.query({ number })).toMatchObject({ customer: { name: customer.name } })
})
