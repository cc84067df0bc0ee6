import { expect, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { askToLose } from '../fixtures/ask-to-lose'
import { billableOrder } from '../fixtures/billable-order'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

/** An order with its opportunity, as the seller sees it. */
async function orderWithOpportunity(units: number, concluded: number) {
  const order = await billableOrder({ units, concluded })
  const { opportunity } = await order.office.salesOrders.get.query({ number: order.number })
  return { ...order, opportunity: opportunity?.number ?? 0 }
}

test('an order’s opportunity shows where it came from, its units and its story', async ({ page }) => {
  const { number, items, opportunity } = await orderWithOpportunity(3, 1)
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/opportunities/${opportunity}`)
  const link = page.getByRole('link', { name: `Pedido ${number} (abre em nova guia)` })
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(page.getByText('1 de 3 tarefas')).toBeVisible()

  await page.getByRole('link', { name: 'Tarefas 1/3' }).click()
  const cells = page.getByRole('group', { name: /^Unidades de / })
  await expect(cells.getByRole('button')).toHaveCount(3)
  await cells.getByRole('button', { name: /^Unidade 1, Concluída/ }).click()
  await expect(page.getByRole('dialog').getByText('Unidade 1 de 3')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`task=${items[0]?.taskIds[0]}`))
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('an opportunity moves by its stages, is lost for a reason and comes back', async ({ page }) => {
  const { office, opportunity } = await orderWithOpportunity(1, 0)
  const { stages } = await office.opportunities.get.query({ number: opportunity })
  const stage = stages[1]?.name ?? ''
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/opportunities/${opportunity}`)
  await page.getByRole('button', { name: `Mover para ${stage}` }).click()
  await expect(page.getByRole('list', { name: 'Etapas do funil' }).locator('[aria-current=step]')).toHaveText(stage)

  await askToLose(page)
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Marcar como perdida' }).click()
  await expect(question.getByText('Escolha uma opção')).toBeVisible()
  await question.getByRole('combobox', { name: /^Motivo da perda/ }).selectOption({ index: 1 })
  await question.getByRole('button', { name: 'Marcar como perdida' }).dblclick()
  await expect(page.getByText(/^Perdida em /)).toBeVisible()
  await expect(page.getByText('reabra-a para mudar de etapa')).toBeVisible()

  await page.getByRole('button', { name: 'Reabrir' }).click()
  await question.getByRole('textbox', { name: /^Motivo/ }).fill('Cliente voltou')
  await question.getByRole('button', { name: 'Reabrir oportunidade' }).click()
  await expect(page.getByText(/^Perdida em /)).toBeHidden()
})

test('C7 one made by hand can be deleted, that of an order says whose it is', async ({ page }) => {
  const title = `Reforma ${uuidv7().slice(-6)}`
  const { office, number, opportunity } = await orderWithOpportunity(1, 0)
  await signIn(page, sessionOf('seller'))
  await openPage(page, '/opportunities')
  await page.getByRole('button', { name: /^Nova oportunidade/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Nova oportunidade' })
  const create = dialog.getByRole('button', { name: /^Criar oportunidade/ })
  await create.click()
  await expect(dialog.getByRole('alert')).toContainText('4 campos precisam de correção')
  await dialog.getByRole('textbox', { name: /^Título/ }).fill(title)
  await dialog.getByRole('combobox', { name: /^Cliente/ }).fill('Condomínio Solar')
  await page
    .getByRole('option', { name: /^Condomínio Solar/ })
    .first()
    .click()
  await dialog.getByRole('combobox', { name: /^Funil/ }).selectOption({ index: 1 })
  await create.dblclick()
  await expect(page.getByRole('heading', { name: /^OP-\d+ · /, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /^Ações de OP-/ }).click()
  await page.getByRole('menuitem', { name: 'Excluir oportunidade' }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Excluir OP-/ })
    .click()
  await expect(page).toHaveURL(/\/opportunities$/)
  expect((await office.opportunities.list.query({ q: title, view: 'all' })).rows).toEqual([])

  await openPage(page, `/opportunities/${opportunity}`)
  await page.getByRole('button', { name: /^Ações de OP-/ }).click()
  const blocked = page.getByRole('menuitem', { name: /^Excluir oportunidade/ })
  await expect(blocked).toBeDisabled()
  await expect(blocked).toContainText(`A oportunidade pertence ao pedido ${number} e não pode ser excluída.`)
})
