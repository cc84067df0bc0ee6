import { expect, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'

test('2.2 a higher quantity makes the missing tasks, a lower one cancels them, and both are said before @desktop', async ({
  page,
  request,
}) => {
  const { number } = await billableOrder(request, [{ units: 3, concluded: 1 }])
  await officeClient(page.request, 'vendedora@exemplo.com.br')
  await openPage(page, `/sales-orders/${number}`)
  const unitsOfItem = page.getByRole('group', { name: 'Unidades do item 1' })
  await expect(unitsOfItem.getByRole('button')).toHaveCount(3)

  await page.getByRole('button', { name: 'Editar quantidade do item 1' }).click()
  const quantity = page.getByRole('textbox', { name: 'Quantidade do item 1' })
  await quantity.fill('5')
  await expect(page.getByText('Se a quantidade passar de 3 para 5: +2 tarefas')).toBeVisible()
  await page.getByRole('button', { name: 'Salvar item' }).dblclick()
  await expect(unitsOfItem.getByRole('button')).toHaveCount(5)

  await page.getByRole('button', { name: 'Editar quantidade do item 1' }).click()
  await quantity.fill('2')
  await expect(page.getByText('Se a quantidade passar de 5 para 2: 3 canceladas')).toBeVisible()
  await expect(page.getByText('Mínimo permitido: 1')).toBeVisible()
  await page.getByRole('button', { name: 'Salvar item' }).click()
  await expect(page.getByRole('button', { name: 'Editar quantidade do item 1' })).toHaveText('2')
})

test('2.1 the order links to its opportunity in a new tab @desktop', async ({ page, request }) => {
  const { number } = await billableOrder(request, [{ units: 2, concluded: 0 }])
  await officeClient(page.request, 'vendedora@exemplo.com.br')
  await openPage(page, `/sales-orders/${number}`)
  const link = page.getByRole('link', { name: /^OP-\d+ · / })
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', /noopener/)
})
