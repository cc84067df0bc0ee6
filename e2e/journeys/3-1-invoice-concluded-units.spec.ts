import { expect, type Page, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { billingDialog } from '../fixtures/billing-dialog'
import { expectAccessible } from '../fixtures/expect-accessible'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

async function openBilling(page: Page, number: number) {
  await signIn(page, sessionOf('biller'))
  await openPage(page, `/invoices?invoice=${number}`)
  const billing = billingDialog(page)
  await expect(billing.dialog.getByRole('table', { name: 'Itens a faturar' })).toBeVisible()
  return billing
}

test('3.1 partial: bills concluded units only, never more, and follows the note', async ({ page }) => {
  const order = await billableOrder({ units: 5, concluded: 3 }, { units: 1, concluded: 0 })
  const { dialog, emit, howMany, expectAuthorised } = await openBilling(page, order.number)
  await expect(dialog.getByRole('radio', { name: 'Faturar tudo' })).toBeDisabled()
  await expect(dialog.getByText('Item 1: faltam 2 tarefas (#4, #5).')).toBeVisible()
  await expect(dialog.getByText('Item 2: falta 1 tarefa (#1).')).toBeVisible()
  await expect(emit).toHaveAccessibleName(/R\$\s1\.050,00/)

  await howMany(1).fill('9')
  await expect(howMany(1)).toHaveValue('3')
  await expect(dialog.getByText('Só 3 unidades estão concluídas e sem nota.')).toBeVisible()
  await howMany(1).fill('2,5')
  await howMany(1).blur()
  await expect(howMany(1)).toHaveValue('2,5')
  await expect(dialog.getByText('Digite um número inteiro de 0 a 3.')).toBeVisible()
  await expect(emit).toHaveAttribute('aria-disabled', 'true')
  await howMany(1).fill('0')
  await expect(emit).toHaveAttribute('aria-disabled', 'true')
  await expect(dialog.getByText('Não há nada a faturar.')).toBeVisible()
  await howMany(1).fill('2')
  await expect(emit).toHaveAccessibleName(/R\$\s700,00/)

  await dialog.getByRole('button', { name: 'Escolher unidades' }).click()
  await dialog.getByRole('button', { name: /^Unidade 1: / }).click()
  await dialog.getByRole('button', { name: /^Unidade 3: / }).click()
  await expect(dialog.getByText(/unid\. 2-3\/5/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Editar texto' }).click()
  await dialog.getByRole('textbox', { name: 'Texto da nota' }).fill('Duas instalações no bloco B.')
  await expect(emit).not.toHaveAttribute('aria-busy')
  await page.keyboard.press('Control+Enter')

  await expectAuthorised()
  await dialog.getByRole('link', { name: 'Ver a nota' }).click()
  await expect(page.getByRole('heading', { name: /^NFS-e \d+$/, level: 1 })).toBeVisible()
  await expect(page.getByText('Duas instalações no bloco B.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unidade 2: faturada nesta nota' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unidade 1: fora desta nota' })).toBeVisible()

  const left = await order.office.invoices.draft.query({ salesOrder: order.number, mode: 'partial' })
  expect(left.items.map(({ invoiced, billable }) => [invoiced, billable])).toEqual([
    [2, 1],
    [0, 0],
  ])
})

test('3.1 full: allowed once every unit is concluded; one note for each service code', async ({ page }) => {
  const order = await billableOrder(
    { units: 2, concluded: 1 },
    { units: 1, concluded: 1, nationalServiceCode: '140101' },
  )
  const { dialog, emit, press, expectAuthorised } = await openBilling(page, order.number)
  await expect(dialog.getByRole('radio', { name: 'Faturar tudo' })).toBeDisabled()
  await order.conclude(order.items[0]?.taskIds.slice(1) ?? [])
  await page.reload()
  await dialog.getByRole('radio', { name: 'Faturar tudo' }).check()
  await expect(dialog.getByRole('heading', { name: 'Serão emitidas 2 NFS-e' })).toBeVisible()
  await expect(emit).toHaveAccessibleName(/Emitir 2 NFS-e de R\$\s1\.050,00/)
  await press('dblclick')
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expectAuthorised(2)
  await dialog.getByRole('button', { name: 'Fechar' }).last().click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/\/invoices$/)
  const panel = await order.office.salesOrders.statusPanel.query({ number: order.number })
  expect([panel.status, panel.notes.length]).toEqual(['invoiced', 2])
})

test('3.1 missing fiscal data is named before anything is sent, with the way to the register', async ({ page }) => {
  const order = await billableOrder({ units: 1, concluded: 1, nationalServiceCode: null })
  const { dialog, emit } = await openBilling(page, order.number)
  await expect(dialog.getByText(/falta o código de serviço nacional/)).toBeVisible()
  await expect(dialog.getByRole('link', { name: /Completar o serviço/ })).toHaveAttribute('href', /\/services\//)
  await expect(emit).toHaveAttribute('aria-disabled', 'true')
})

test('3.1 the work-list bills several orders at once and says what became of each', async ({ page, isMobile }) => {
  const ready = await billableOrder({ units: 2, concluded: 2 })
  const incomplete = await billableOrder({ units: 1, concluded: 1, nationalServiceCode: null })
  await signIn(page, sessionOf('biller'))
  await openPage(page, '/invoices?q=Condom%C3%ADnio+Solar&limit=200')
  if (isMobile) await page.getByRole('button', { name: 'Selecionar', exact: true }).click()
  for (const { number } of [ready, incomplete]) {
    await page.getByRole('checkbox', { name: new RegExp(`^Selecionar pedido ${number} `) }).check()
  }
  const chosen = page.getByRole('region', { name: 'Ações para os selecionados' })
  await chosen.getByRole('button', { name: /^Faturar 2 pedidos/ }).click()
  const { dialog, expectAuthorised } = billingDialog(page)
  await expect(dialog.getByText('1 pedido tem cadastro fiscal incompleto')).toBeVisible()
  await dialog.getByRole('button', { name: 'Emitir as NFS-e de 2 pedidos' }).click()
  await expect(dialog.getByRole('heading', { name: '1 pedido faturado' })).toBeVisible()
  await expect(dialog.getByText(/falta o código de serviço nacional/)).toBeVisible()
  await expectAuthorised()
  await expectAccessible(page)
})

test('3.1 who may not bill sees no gesture; a strange address is answered kindly', async ({ page }) => {
  const order = await billableOrder({ units: 1, concluded: 1 })
  await signIn(page, sessionOf('seller'))
  await openPage(page, '/invoices?q=Condom%C3%ADnio+Solar&limit=200')
  await expect(page.getByRole('link', { name: String(order.number), exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Faturar/ })).toHaveCount(0)
  await openPage(page, `/invoices?invoice=${order.number}`)
  await expect(billingDialog(page).dialog.getByText(/Seu papel não permite/)).toBeVisible()
  await openPage(page, '/invoices/99999999')
  await expect(page.getByRole('heading', { name: 'Não encontramos esta nota' })).toBeVisible()
  await signIn(page, sessionOf('technician'))
  await openPage(page, '/invoices')
  await expect(page.getByRole('heading', { name: 'Esta tela não faz parte do seu papel' })).toBeVisible()
})
