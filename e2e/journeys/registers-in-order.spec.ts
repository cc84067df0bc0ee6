import { expect, test } from '@playwright/test'
import { changeSettings } from '../fixtures/change-settings'
import { expectAccessible } from '../fixtures/expect-accessible'
import { openPage } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { signIn } from '../fixtures/sign-in'

test('stages are put in order by keys, and the order stays', async ({ page }) => {
  const { session, office } = await ownCompany()
  await signIn(page, session)
  const stagesNow = async () =>
    (await office.registers.list.query({})).pipelines[0]?.stages.map(({ name }) => name) ?? []
  const [first = '', second = '', ...rest] = await stagesNow()
  await openPage(page, '/registers')
  const handle = page.getByRole('button', { name: `Mover ${first}`, exact: true })
  await handle.focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(new RegExp(`^${first} (na mão, posição|na posição) 1 de`))).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(new RegExp(`^${first} na posição 2 de`))).toBeAttached()
  await page.keyboard.press('Space')
  await expect(page.getByText('Ordem salva')).toBeVisible()
  await expect.poll(stagesNow).toEqual([second, first, ...rest])
  await expect(handle).toBeFocused()
})

test('a row is inactivated after it was said where it is used, and offered again', async ({ page }) => {
  const { session, office, customer } = await ownCompany()
  await changeSettings(office, { generatesOpportunity: true })
  await signIn(page, session)
  await openPage(page, '/registers?tab=sources')
  const source = (await office.registers.list.query({})).sources[0]?.name ?? ''
  const menu = page.getByRole('button', { name: `Ações de ${source}` })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Inativar' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Inativar ${source}` })
  await expect(dialog.getByText(/É um padrão da configuração de pedidos|Ainda não é usado/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: `Inativar ${source}` }).click()
  await expect(dialog).toBeHidden()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Reativar' }).click()
  await expect.poll(async () => (await office.registers.list.query({})).sources[0]?.isActive).toBe(true)

  await openPage(page, '/customers')
  await page.getByRole('button', { name: new RegExp(`^Ações de .*${customer}`) }).click()
  await page.getByRole('menuitem', { name: 'Inativar' }).click()
  await expect(page.getByRole('alertdialog').getByText('Ainda não é usado em nada.')).toBeVisible()
})

test('a document that somebody has is said while it is typed', async ({ page }) => {
  const { session, office } = await ownCompany()
  const [stored] = (await office.customers.list.query({})).rows
  await signIn(page, session)
  await openPage(page, '/customers/new')
  const field = page.getByRole('textbox', { name: 'CPF ou CNPJ' })
  await expect(field).toBeFocused()
  await field.fill('11111111111')
  await expect(page.getByText('Os dígitos não conferem.')).toBeVisible()
  await field.fill(stored?.taxId ?? '')
  await expect(page.getByRole('link', { name: new RegExp(`^${stored?.number} ·`) })).toBeVisible()
})
