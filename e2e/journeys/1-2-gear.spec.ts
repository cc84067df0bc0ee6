import { expect, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { openGear } from '../fixtures/gear'
import { openPage } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

test('1.2 the gear at the top of the order centre opens the configuration, which saves and asks before it forgets', async ({
  page,
}) => {
  const { session, office } = await ownCompany()
  await signIn(page, session)
  const { gear, option, save } = await openGear(page)
  await expect(page).toHaveURL(/[?&]panel=settings/)
  await option('Exibir campos Projeto e Contrato').check()
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog', { name: 'Descartar alterações?' })
  await question.getByRole('button', { name: 'Continuar editando' }).click()
  await expect(option('Exibir campos Projeto e Contrato')).toBeChecked()
  await save()
  await expect(page.getByText('Configurações salvas')).toBeVisible()
  expect((await office.settings.get.query({})).settings.showsProjectAndContract).toBe(true)

  await page.getByRole('button', { name: 'Configurar' }).click()
  await option('Exibir campos Projeto e Contrato').uncheck()
  await gear.getByRole('button', { name: 'Cancelar' }).click()
  await question.getByRole('button', { name: 'Descartar alterações' }).click()
  await expect(gear).toBeHidden()
  await expect(page.getByRole('button', { name: 'Configurar' })).toBeFocused()
  expect((await office.settings.get.query({})).settings.showsProjectAndContract).toBe(true)
})

test('1.2 two who change the configuration at once: the second is told and chooses', async ({ page }) => {
  const { session, office } = await ownCompany()
  await signIn(page, session)
  const { gear, option, saveButton } = await openGear(page)
  await option('Exibir campos Projeto e Contrato').check()
  const { version, ...settings } = (await office.settings.get.query({})).settings
  const other = { commandId: uuidv7(), version, settings: { ...settings, dueDays: 12 } }
  await office.settings.update.mutate(other)
  await saveButton.click()
  await gear.getByRole('button', { name: 'Salvar o meu por cima' }).click()
  await expect(gear).toBeHidden()
  expect((await office.settings.get.query({})).settings.showsProjectAndContract).toBe(true)
})

test('1.2 who may not configure has no gear, not even by its address', async ({ page }) => {
  for (const who of ['seller', 'coordinator', 'biller'] as const) {
    await signIn(page, sessionOf(who))
    await openPage(page, '/sales-orders?panel=settings')
    await expect(page.getByRole('table', { name: /^Pedidos de venda/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Configurar' })).toBeHidden()
    await expect(page.getByRole('switch')).toHaveCount(0)
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})
