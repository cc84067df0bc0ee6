import { expect, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

test('3.2 the status opens the items, "Tarefas Conc." stands last, and a unit opens its task @desktop', async ({
  page,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const { number } = await billableOrder({ units: 3, concluded: 2 })
  await signIn(page, sessionOf('admin'))
  await openPage(page, '/sales-orders')
  await page.getByRole('button', { name: `Abrir status do pedido ${number}` }).click()

  const panel = page.getByRole('dialog', { name: new RegExp(`Status do pedido ${number}`) })
  await expect(panel.getByRole('columnheader').last()).toHaveText('Tarefas Conc.')
  await expect(panel.getByText('Item 1: falta 1 tarefa')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Faturar tudo' })).toHaveAttribute('aria-disabled', 'true')

  await panel.getByRole('button', { name: /^Unidade 1: / }).click()
  await expect(page).toHaveURL(/[?&]task=/)
  await expect(page.getByRole('dialog').last()).toContainText('Unidade 1 de 3')

  await openPage(page, `/sales-orders?panel=status&order=${number}`)
  await expect(panel).toBeVisible()
  expect(faults).toEqual([])
})
