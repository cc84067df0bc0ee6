import { AxeBuilder } from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { type BillableItem, billableOrder } from '../fixtures/billable-order'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'

const signIn = (page: Page, who: string) => officeClient(page.request, `${who}@exemplo.com.br`)
const dialogOf = (page: Page) => page.getByRole('dialog')
const emit = (page: Page) => dialogOf(page).getByRole('button', { name: /^Emitir/ })

/** How long the authority may take, in milliseconds. */
const slowly = 30_000

let sales: APIRequestContext
test.slow()

test.beforeAll(async ({ playwright, baseURL }) => {
  sales = await playwright.request.newContext({ baseURL })
})
test.afterAll(() => sales.dispose())
const sell = (...items: BillableItem[]) => billableOrder(sales, items)

/** Presses the main button once its amount is that of the selection. */
async function press(page: Page, how: 'click' | 'dblclick' = 'click') {
  await expect(emit(page)).not.toHaveAttribute('aria-busy')
  await emit(page)[how]()
}

async function openBilling(page: Page, number: number) {
  await openPage(page, `/invoices?invoice=${number}`)
  await expect(dialogOf(page).getByRole('table', { name: 'Itens a faturar' })).toBeVisible()
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('3.1 partial: bills concluded units only, never more, and follows the note @desktop', async ({ page }) => {
  const order = await sell({ units: 5, concluded: 3 }, { units: 1, concluded: 0 })
  await signIn(page, 'faturista')
  await openBilling(page, order.number)
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('radio', { name: 'Faturar tudo' })).toBeDisabled()
  await expect(dialog.getByText('Item 1: faltam 2 tarefas (#4, #5).')).toBeVisible()
  await expect(dialog.getByText('Item 2: falta 1 tarefa (#1).')).toBeVisible()
  await expect(emit(page)).toHaveAccessibleName(/R\$\s1\.050,00/)
  await expectAccessible(page)

  const howMany = dialog.getByRole('textbox', { name: 'Faturar agora, item 1' })
  await howMany.fill('9')
  await expect(howMany).toHaveValue('3')
  await expect(dialog.getByText('Só 3 unidades estão concluídas e sem nota.')).toBeVisible()
  await howMany.fill('0')
  await expect(emit(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(dialog.getByText('Não há nada a faturar.')).toBeVisible()
  await howMany.fill('2')
  await expect(emit(page)).toHaveAccessibleName(/R\$\s700,00/)

  await dialog.getByRole('button', { name: 'Escolher unidades' }).click()
  await dialog.getByRole('button', { name: /^Unidade 1: / }).click()
  await dialog.getByRole('button', { name: /^Unidade 3: / }).click()
  await expect(dialog.getByText(/unid\. 2-3\/5/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Editar texto' }).click()
  await dialog.getByRole('textbox', { name: 'Texto da nota' }).fill('Duas instalações no bloco B.')
  await expect(emit(page)).not.toHaveAttribute('aria-busy')
  await page.keyboard.press('Control+Enter')

  await expect(dialog.getByText('Autorizada', { exact: true })).toBeVisible({ timeout: slowly })
  await dialog.getByRole('link', { name: 'Ver a nota' }).click()
  await expect(page.getByRole('heading', { name: /^NFS-e \d+$/, level: 1 })).toBeVisible()
  await expect(page.getByText('Duas instalações no bloco B.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unidade 2: faturada nesta nota' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unidade 1: fora desta nota' })).toBeVisible()
  await expectAccessible(page)

  const left = await order.office.invoices.draft.query({ salesOrder: order.number, mode: 'partial' })
  expect(left.items.map(({ invoiced, billable }) => [invoiced, billable])).toEqual([
    [2, 1],
    [0, 0],
  ])
})

test('3.1 full: allowed once every unit is concluded; one note for each service code @desktop', async ({ page }) => {
  const order = await sell({ units: 2, concluded: 1 }, { units: 1, concluded: 1, nationalServiceCode: '140101' })
  await signIn(page, 'faturista')
  await openBilling(page, order.number)
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('radio', { name: 'Faturar tudo' })).toBeDisabled()
  await order.conclude(order.items[0]?.taskIds.slice(1) ?? [])
  await page.reload()
  await dialog.getByRole('radio', { name: 'Faturar tudo' }).check()
  await expect(dialog.getByRole('heading', { name: 'Serão emitidas 2 NFS-e' })).toBeVisible()
  await expect(emit(page)).toHaveAccessibleName(/Emitir 2 NFS-e de R\$\s1\.050,00/)
  await press(page, 'dblclick')
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog.getByText('Autorizada', { exact: true })).toHaveCount(2, { timeout: slowly })
  await dialog.getByRole('button', { name: 'Fechar' }).last().click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/\/invoices$/)
  const panel = await order.office.salesOrders.statusPanel.query({ number: order.number })
  expect([panel.status, panel.notes.length]).toEqual(['invoiced', 2])
})

test('3.1 missing fiscal data is named before anything is sent, with the way to the register @desktop', async ({
  page,
}) => {
  const order = await sell({ units: 1, concluded: 1, nationalServiceCode: null })
  await signIn(page, 'faturista')
  await openBilling(page, order.number)
  await expect(dialogOf(page).getByText(/falta o código de serviço nacional/)).toBeVisible()
  await expect(dialogOf(page).getByRole('link', { name: /Completar o serviço/ })).toHaveAttribute(
    'href',
    /\/services\//,
  )
  await expect(emit(page)).toHaveAttribute('aria-disabled', 'true')
})

test('3.1 rejected: corrected and sent again, or ended @desktop', async ({ page }) => {
  const order = await sell({ units: 2, concluded: 2 })
  await signIn(page, 'faturista')
  await openBilling(page, order.number)
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: 'Editar texto' }).click()
  await dialog.getByRole('textbox', { name: 'Texto da nota' }).fill('Serviço prestado. [simular: rejeitar]')
  await press(page)
  await expect(dialog.getByText('Rejeitada', { exact: true })).toBeVisible({ timeout: slowly })
  await expect(dialog.getByText('As unidades voltaram a poder faturar.')).toBeVisible()
  await dialog.getByRole('link', { name: 'Corrigir e reenviar' }).click()
  const correction = page.getByRole('dialog', { name: /^Corrigir e reenviar/ })
  await expect(correction.getByText(/Código E0240/)).toBeVisible()
  await expectAccessible(page)
  await correction.getByRole('textbox', { name: 'Texto da nota' }).fill('Serviço prestado.')
  await correction.getByRole('button', { name: /^Reenviar/ }).click()
  await expect(correction).toBeHidden()
  await expect(page.getByText('Autorizada', { exact: true })).toBeVisible({ timeout: slowly })
  await expect(page.getByText(/^Corrigida e reenviada por/)).toBeVisible()
})

test('3.1 cancelling: each reason says what becomes of the units, and it does @desktop', async ({ page }) => {
  const order = await sell({ units: 3, concluded: 3 })
  const [issued] = (
    await order.office.invoices.issue.mutate({
      commandId: crypto.randomUUID(),
      salesOrderId: order.id,
      mode: 'full',
    })
  ).invoices
  const status = async () => (await order.office.invoices.get.query({ invoice: issued?.number ?? 0 })).status
  await expect.poll(status, { timeout: slowly }).toBe('authorised')
  await signIn(page, 'faturista')
  await openPage(page, `/invoices/${issued?.number}`)
  await page.getByRole('button', { name: 'Cancelar NFS-e' }).click()
  const dialog = page.getByRole('dialog', { name: /^Cancelar NFS-e/ })
  const ask = dialog.getByRole('button', { name: /^Solicitar cancelamento/ })
  await ask.click()
  await expect(dialog.getByText('Escolha o motivo do cancelamento.')).toBeVisible()
  await dialog.getByRole('radio', { name: '9 · Outros' }).check()
  await dialog.getByRole('textbox', { name: 'Justificativa' }).fill('curto')
  await ask.click()
  await expect(dialog.getByText('Escreva ao menos 15 caracteres')).toBeVisible()
  await dialog.getByRole('radio', { name: '2 · Serviço não prestado' }).check()
  await dialog.getByRole('textbox', { name: 'Justificativa' }).fill('Ponto 2 não foi instalado.')
  await ask.click()
  await expect(dialog.getByText('Diga quais unidades não foram prestadas.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: '#2' }).check()
  await expect(dialog.getByText('1 reaberta (#2)')).toBeVisible()
  await expect(dialog.getByText(/2 voltam a poder faturar \(#1, #3\): R\$\s700,00/)).toBeVisible()
  await expectAccessible(page)
  await ask.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Cancelada', { exact: true })).toBeVisible({ timeout: slowly })
  const left = await order.office.invoices.draft.query({ salesOrder: order.number, mode: 'partial' })
  expect(left.items[0]).toMatchObject({ concluded: 2, invoiced: 0, billable: 2 })
})

test('3.1 the work-list bills several orders at once and says what became of each @desktop', async ({ page }) => {
  const ready = await sell({ units: 2, concluded: 2 })
  const incomplete = await sell({ units: 1, concluded: 1, nationalServiceCode: null })
  await signIn(page, 'faturista')
  await openPage(page, '/invoices?q=Condom%C3%ADnio+Solar&limit=200')
  for (const { number } of [ready, incomplete]) {
    await page.getByRole('checkbox', { name: new RegExp(`^Selecionar pedido ${number} `) }).check()
  }
  await page
    .getByRole('region', { name: 'Ações para os selecionados' })
    .getByRole('button', { name: /^Faturar 2 pedidos/ })
    .click()
  const dialog = dialogOf(page)
  await expect(dialog.getByText('1 pedido tem cadastro fiscal incompleto')).toBeVisible()
  await dialog.getByRole('button', { name: 'Emitir as NFS-e de 2 pedidos' }).click()
  await expect(dialog.getByRole('heading', { name: '1 pedido faturado' })).toBeVisible()
  await expect(dialog.getByText(/falta o código de serviço nacional/)).toBeVisible()
  await expect(dialog.getByText('Autorizada', { exact: true })).toBeVisible({ timeout: slowly })
  await expectAccessible(page)
})
