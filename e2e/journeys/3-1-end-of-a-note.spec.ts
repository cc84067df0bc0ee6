import { expect, type Page, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { billableOrder } from '../fixtures/billable-order'
import { authorityMs, billingDialog } from '../fixtures/billing-dialog'
import { expectAccessible } from '../fixtures/expect-accessible'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

/** An order all of whose units are on one authorised note. */
async function billedOrder(units: number) {
  const order = await billableOrder({ units, concluded: units })
  const issue = { commandId: uuidv7(), salesOrderId: order.id, mode: 'full' as const }
  const note = (await order.office.invoices.issue.mutate(issue)).invoices[0]?.number ?? 0
  const status = async () => (await order.office.invoices.get.query({ invoice: note })).status
  await expect.poll(status, { timeout: authorityMs }).toBe('authorised')
  return { ...order, note, status }
}

async function openNote(page: Page, note: number) {
  await signIn(page, sessionOf('biller'))
  await openPage(page, `/invoices/${note}`)
}

test('3.1 rejected: corrected and sent again', async ({ page }) => {
  const order = await billableOrder({ units: 2, concluded: 2 })
  await signIn(page, sessionOf('biller'))
  await openPage(page, `/invoices?invoice=${order.number}`)
  const { dialog, press } = billingDialog(page)
  await dialog.getByRole('button', { name: 'Editar texto' }).click()
  await dialog.getByRole('textbox', { name: 'Texto da nota' }).fill('Serviço prestado. [simular: rejeitar]')
  await press()
  await expect(dialog.getByText('Rejeitada', { exact: true })).toBeVisible({ timeout: authorityMs })
  await expect(dialog.getByText('As unidades voltaram a poder faturar.')).toBeVisible()
  await dialog.getByRole('link', { name: 'Corrigir e reenviar' }).click()
  const correction = page.getByRole('dialog', { name: /^Corrigir e reenviar/ })
  await expect(correction.getByText(/Código E0240/)).toBeVisible()
  await expectAccessible(page)
  await correction.getByRole('textbox', { name: 'Texto da nota' }).fill('Serviço prestado.')
  await correction.getByRole('button', { name: /^Reenviar/ }).click()
  await expect(correction).toBeHidden()
  await expect(page.getByText('Autorizada', { exact: true })).toBeVisible({ timeout: authorityMs })
  await expect(page.getByText(/corrigiu a nota \d+/)).toBeVisible()
})

test('3.1 cancelling: each reason says what becomes of the units, and it does', async ({ page }) => {
  const order = await billedOrder(3)
  await openNote(page, order.note)
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
  await expect(page.getByText('Cancelada', { exact: true })).toBeVisible({ timeout: authorityMs })
  const left = await order.office.invoices.draft.query({ salesOrder: order.number, mode: 'partial' })
  expect(left.items[0]).toMatchObject({ concluded: 2, invoiced: 0, billable: 2 })
})

test('3.1 replacing: the new note takes the units once it is authorised', async ({ page }) => {
  const { note, status } = await billedOrder(1)
  await openNote(page, note)
  await page.getByRole('button', { name: 'Substituir' }).click()
  const dialog = page.getByRole('dialog', { name: /^Substituir/ })
  await dialog.getByRole('textbox', { name: 'Texto da nota' }).fill('Texto corrigido da nota.')
  await dialog.getByRole('button', { name: /^Emitir a substituta/ }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(status, { timeout: authorityMs }).toBe('replaced')
  await openPage(page, `/invoices/${note}`)
  await page.getByRole('link', { name: /^nota \d+$/ }).click()
  await expect(page.getByText('Texto corrigido da nota.')).toBeVisible()
})
