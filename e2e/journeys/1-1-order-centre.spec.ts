import { expect, type Page, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { changeSettings } from '../fixtures/change-settings'
import { newOrder } from '../fixtures/new-order'
import { newService } from '../fixtures/new-service'
import { openPage } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { signIn } from '../fixtures/sign-in'
import { unitsOf } from '../fixtures/units-of'

/** A company of three orders: 1 is open, 2 has no opportunity, 3 has one of its two units done. */
async function companyOfThreeOrders(page: Page) {
  const { office, session, customer } = await ownCompany()
  await changeSettings(office, { generatesOpportunity: true })
  const { id: serviceId } = await newService(office)
  await newOrder(office, [{ serviceId, quantity: '3' }], { customer })
  await newOrder(office, [{ serviceId, quantity: '1' }], { customer, generatesOpportunity: false })
  const third = await newOrder(office, [{ serviceId, quantity: '2' }], { customer })
  const taskIds = (await unitsOf(office, third.items[0]?.id ?? '')).slice(0, 1)
  await office.tasks.concludeMany.mutate({ commandId: uuidv7(), taskIds, reason: 'Feita na visita' })
  await signIn(page, session)
  await openPage(page, '/sales-orders')
  return office
}

const table = (page: Page) => page.getByRole('table', { name: /^Pedidos de venda e o que já pode ser faturado/ })
const numbers = (page: Page) => table(page).getByRole('link', { name: /^\d+$/ })

test('1.1 the order centre lists orders, finds them by words, and shows them by view', async ({ page }) => {
  await companyOfThreeOrders(page)
  await expect(numbers(page)).toHaveText(['3', '2', '1'])
  await expect(page.getByRole('link', { name: 'Todos 3' })).toHaveAttribute('aria-current', 'page')

  const search = page.getByRole('searchbox', { name: 'Procurar pedidos' })
  await search.fill('3')
  await expect(numbers(page)).toHaveText(['3'])
  await search.fill('Nome que ninguém tem')
  await expect(table(page).getByText('Nada corresponde a estes filtros')).toBeVisible()
  await table(page).getByRole('button', { name: 'Limpar filtros' }).click()
  await expect(numbers(page)).toHaveText(['3', '2', '1'])

  await page.getByRole('link', { name: 'Pode faturar 2' }).click()
  await expect(numbers(page)).toHaveText(['3', '2'])
  await page.getByRole('link', { name: 'Sem oportunidade 1' }).click()
  await expect(numbers(page)).toHaveText(['2'])
  await page.getByRole('link', { name: 'Parciais 0' }).click()
  await expect(table(page).getByText('Nenhum pedido faturado em parte.')).toBeVisible()
  await page.goBack()
  await expect(numbers(page)).toHaveText(['2'])
})

test('1.1 filters are kept by the address and taken off one by one', async ({ page, isMobile }) => {
  await companyOfThreeOrders(page)
  if (isMobile) {
    await page.getByRole('button', { name: 'Filtros', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Filtros' })
    await sheet.getByRole('checkbox', { name: 'Em execução' }).check()
    await sheet.getByRole('button', { name: 'Ver resultados' }).click()
    await expect(page.getByRole('button', { name: 'Filtros (1)' })).toBeVisible()
  } else {
    await page.getByRole('button', { name: 'Filtro', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Situação' }).click()
    await page.getByRole('checkbox', { name: 'Em execução' }).check()
    await page.keyboard.press('Escape')
  }
  await expect(numbers(page)).toHaveText(['3'])
  await expect(page).toHaveURL(/[?&]status=in_progress/)
  await page.reload()
  await expect(numbers(page)).toHaveText(['3'])
  if (isMobile) {
    await page.getByRole('button', { name: 'Filtros (1)' }).click()
    const sheet = page.getByRole('dialog', { name: 'Filtros' })
    await sheet.getByRole('button', { name: 'Limpar filtros' }).click()
    await expect(sheet.getByRole('checkbox', { name: 'Em execução' })).not.toBeChecked()
    await sheet.getByRole('button', { name: 'Ver resultados' }).click()
  } else {
    await page.getByRole('button', { name: 'Remover filtro Situação' }).click()
  }
  await expect(numbers(page)).toHaveText(['3', '2', '1'])
})

// Cards on a phone have no heads of columns to order by.
test('1.1 a column orders the list, and the keyboard walks and chooses @desktop', async ({ page }) => {
  await companyOfThreeOrders(page)
  const total = page.getByRole('columnheader', { name: 'Total (R$)' })
  await total.getByRole('button').click()
  await expect(numbers(page)).toHaveText(['2', '3', '1'])
  await expect(total).toHaveAttribute('aria-sort', 'ascending')
  await total.getByRole('button').click()
  await expect(numbers(page)).toHaveText(['1', '3', '2'])

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  const chosen = page.getByRole('region', { name: 'Ações para os selecionados' })
  await expect(chosen.getByText('1 selecionado')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Selecionar pedido 3' })).toBeChecked()
  await page.getByRole('checkbox', { name: 'Selecionar todos desta página' }).check()
  await expect(chosen.getByText('3 selecionados')).toBeVisible()
  await chosen.getByRole('button', { name: /^Limpar seleção/ }).click()
  await expect(chosen).toBeHidden()
})

test('1.1 a row’s menu acts on its order, and says why where it may not', async ({ page }) => {
  const office = await companyOfThreeOrders(page)
  await page.getByRole('button', { name: 'Ações de pedido 1', exact: true }).click()
  const invoice = page.getByRole('menuitem', { name: /^Faturar/ })
  await expect(invoice).toBeDisabled()
  await expect(invoice).toContainText('Não há nada a faturar')
  await page.getByRole('menuitem', { name: 'Cancelar pedido' }).click()
  const question = page.getByRole('alertdialog', { name: 'Cancelar pedido 1' })
  await expect(question.getByText('3 tarefas abertas serão canceladas')).toBeVisible()
  const cancel = question.getByRole('button', { name: 'Cancelar pedido 1' })
  await cancel.click()
  await expect(question.getByText('Escreva ao menos 1 caractere')).toBeVisible()
  await question.getByRole('textbox', { name: /^Motivo/ }).fill('Cliente desistiu')
  await cancel.dblclick()
  await expect(question).toBeHidden()
  await expect(page.getByRole('button', { name: 'Cancelado. Abrir status do pedido 1' })).toBeVisible()
  expect((await office.opportunities.list.query({ view: 'lost' })).rows).toHaveLength(1)

  await page.getByRole('button', { name: 'Ações de pedido 3', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Duplicar' }).click()
  await expect(page.getByRole('heading', { name: 'Pedido 4', level: 1 })).toBeVisible()
  await expect(page.getByText('Este pedido ainda não gerou oportunidade nem tarefas.')).toBeVisible()
})

// On a phone the tabs fill the row: saved views are opened there, and kept at a desk.
test('1.1 a filter is saved as a view, changed, taken back and removed @desktop', async ({ page }) => {
  await companyOfThreeOrders(page)
  await page.getByRole('link', { name: 'Sem oportunidade 1' }).click()
  await page.getByRole('button', { name: '+ Salvar visão' }).dblclick()
  const dialog = page.getByRole('dialog', { name: 'Salvar visão' })
  await dialog.getByRole('textbox', { name: 'Nome' }).fill('A gerar')
  await dialog.getByRole('button', { name: 'Salvar' }).click()
  const view = page.getByRole('link', { name: 'A gerar' })
  await expect(view).toHaveAttribute('aria-current', 'page')

  await page.getByRole('link', { name: 'Todos 3' }).click()
  await expect(numbers(page)).toHaveText(['3', '2', '1'])
  await view.click()
  await expect(numbers(page)).toHaveText(['2'])
  await page.getByRole('searchbox', { name: 'Procurar pedidos' }).fill('Nome que ninguém tem')
  await expect(page.getByText('Visão alterada')).toBeVisible()
  await page.getByRole('button', { name: 'Descartar' }).click()
  await expect(numbers(page)).toHaveText(['2'])
  await expect(page.getByText('Visão alterada')).toBeHidden()

  await page.getByRole('button', { name: 'Visão A gerar' }).click()
  await page.getByRole('menuitem', { name: 'Excluir visão' }).click()
  await page.getByRole('button', { name: 'Excluir visão' }).click()
  await expect(view).toBeHidden()
  await expect(numbers(page)).toHaveText(['2'])
})
