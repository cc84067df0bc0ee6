import { expect, test } from '@playwright/test'
import { openPage, waitForHydration } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { signIn } from '../fixtures/sign-in'

const PASSWORD = 'quatro patos no lago'

test('people: an administrator invites by link, the person sets a password and works, and is disabled @desktop', async ({
  page,
  browser,
}) => {
  const { session, office, companyId } = await ownCompany()
  const email = `davi.${companyId}@exemplo.com.br`
  await signIn(page, session)

  await openPage(page, '/people')
  await page.getByRole('button', { name: 'Convidar pessoa' }).click()
  const invite = page.getByRole('dialog', { name: 'Convidar pessoa' })
  await invite.getByLabel(/^Nome/).fill('Davi Rocha')
  await invite.getByLabel(/^E-mail/).fill(email)
  await invite.getByRole('checkbox', { name: /Vendedor/ }).check()
  await invite.getByRole('button', { name: 'Criar convite' }).click()
  const shown = page.getByRole('dialog', { name: 'Convite para Davi Rocha' })
  const link = await shown.getByLabel('Link do convite').inputValue()
  expect(link).toMatch(/\/invitation#[\w-]{43}$/)
  await shown.getByRole('button', { name: 'Concluir' }).click()
  await expect(page.getByRole('row', { name: /Davi Rocha/ })).toContainText(/Convite enviado.*vence em/)

  const guest = await browser.newContext()
  const his = await guest.newPage()
  await his.goto(link)
  await waitForHydration(his)
  await expect(his.getByText('Lins Tubulações', { exact: true })).toBeVisible()
  await his.getByLabel(/^Crie uma senha/).fill('davirocha2026')
  await his.getByRole('button', { name: /Aceitar e entrar/ }).click()
  await expect(his.getByRole('alert').filter({ hasText: 'senha' })).toBeVisible()
  await his.getByLabel(/^Crie uma senha/).fill(PASSWORD)
  await his.getByRole('button', { name: /Aceitar e entrar/ }).click()
  await his.waitForURL((address) => !address.pathname.startsWith('/invitation'))
  await openPage(his, '/customers')
  await expect(his.getByRole('heading', { name: 'Clientes' })).toBeVisible()

  await openPage(his, '/account')
  await his.getByLabel(/^Nome/).fill('Davi R. Rocha')
  await his.getByRole('button', { name: 'Salvar nome' }).click()
  await expect(his.getByRole('list', { name: 'Onde você entrou' })).toContainText('Este aparelho')

  const used = await guest.newPage()
  await used.goto(link)
  await expect(used.getByRole('alert').filter({ hasText: 'já foi usado' })).toBeVisible()

  await page.reload()
  await waitForHydration(page)
  const row = page.getByRole('row', { name: /Davi R\. Rocha/ })
  await expect(row).toContainText('Ativa')
  await row.getByRole('button', { name: /Ações/ }).click()
  await page.getByRole('menuitem', { name: 'Desativar' }).click()
  const disable = page.getByRole('alertdialog', { name: 'Desativar Davi R. Rocha?' })
  await expect(disable).toContainText('Nenhuma tarefa aberta muda de responsável')
  await disable.getByRole('button', { name: 'Desativar' }).click()
  await expect(row).toBeHidden()

  await his.goto('/customers')
  await expect(his).toHaveURL(/\/sign-in/)
  const { rows } = await office.members.list.query({ view: 'disabled' })
  expect(rows.map((member) => member.email)).toEqual([email])
  await guest.close()
})

test('people: a link of the administrator sets a new password and signs the other devices out @phone', async ({
  page,
  browser,
}) => {
  const { session, office, hire } = await ownCompany()
  const seller = await hire({ name: 'Igor Sampaio', role: 'seller' })
  const { rows } = await office.members.list.query({ view: 'active' })
  const userId = rows.find(({ name }) => name === 'Igor Sampaio')?.userId
  expect(userId).toBeDefined()
  await signIn(page, session)
  await openPage(page, '/people')
  await page.getByRole('button', { name: /Ações de.*Igor Sampaio/ }).click()
  await page.getByRole('menuitem', { name: 'Link de nova senha' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Criar link' }).click()
  const link = await page.getByLabel('Link de nova senha', { exact: true }).inputValue()

  const old = await browser.newContext({ storageState: seller })
  const oldPage = await old.newPage()
  await openPage(oldPage, '/customers')
  const guest = await browser.newContext()
  const his = await guest.newPage()
  await his.goto(link)
  await waitForHydration(his)
  await his.getByLabel(/^Nova senha/).fill(PASSWORD)
  await his.getByRole('button', { name: 'Salvar senha e entrar' }).click()
  await his.waitForURL((address) => !address.pathname.startsWith('/new-password'))
  await oldPage.goto('/customers')
  await expect(oldPage).toHaveURL(/\/sign-in/)
  await Promise.all([old.close(), guest.close()])
})
