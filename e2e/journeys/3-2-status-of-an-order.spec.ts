import { expect, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'
import { expectStatusRow, openStatus } from '../fixtures/status-panel'

test('3.2 the status opens the items, says what is billable and why the rest is not, and a unit opens its task', async ({
  page,
}) => {
  const { number } = await billableOrder({ units: 3, concluded: 2 })
  await signIn(page, sessionOf('admin'))
  const panel = await openStatus(page, number)
  await expect(panel.getByText('Item 1: falta 1 tarefa')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Faturar tudo' })).toHaveAttribute('aria-disabled', 'true')
  await expect(panel.getByRole('button', { name: /^Faturar parcial \(2\)/ })).toBeVisible()

  await panel.getByRole('button', { name: /^Unidade 1: concluída/ }).click()
  await expect(page).toHaveURL(/[?&]task=/)
  await expect(page.getByRole('dialog').last()).toContainText('Unidade 1 de 3')

  await openPage(page, `/sales-orders?panel=status&order=${number}`)
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('3.2 the columns stand in their order and "Tarefas Conc." is the last @desktop', async ({ page }) => {
  const { number, items } = await billableOrder({ units: 3, concluded: 2 })
  await signIn(page, sessionOf('admin'))
  const panel = await openStatus(page, number)
  const row = { quantity: '3', invoiced: '0', balance: '3', billable: /^2 · R\$\s700,00$/, concluded: '2' }
  await expectStatusRow(panel, items[0]?.subject ?? '', row)
})

test('3.2 on a phone each item is a block with the same words, "Tarefas Conc." last @phone', async ({ page }) => {
  const { number, items } = await billableOrder({ units: 3, concluded: 2 })
  await signIn(page, sessionOf('admin'))
  const panel = await openStatus(page, number)
  const block = panel.getByRole('row').filter({ has: page.getByRole('rowheader', { name: items[0]?.subject }) })
  await expect(block).toHaveText(
    /Qtd\s*3\s*Qtd Fat\.\s*0\s*Saldo\s*3\s*Pode faturar\s*2 · R\$\s700,00\s*Tarefas Conc\.\s*2$/,
    { useInnerText: true },
  )
})
