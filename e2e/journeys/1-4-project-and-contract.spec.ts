import { expect, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { changeSettings } from '../fixtures/change-settings'
import { openGear } from '../fixtures/gear'
import { newOrder } from '../fixtures/new-order'
import { openPage } from '../fixtures/open-page'
import { openOrderForm } from '../fixtures/order-form'
import { ownCompany } from '../fixtures/own-company'
import { signIn } from '../fixtures/sign-in'

test('1.4 the switch shows both fields on the order, whether or not orders generate', async ({ page }) => {
  const { session, office, customer } = await ownCompany()
  await office.projects.create.mutate({ commandId: uuidv7(), name: 'Obra Sul' })
  await office.contracts.create.mutate({ commandId: uuidv7(), code: 'PMOC-7', description: 'Manutenção mensal' })
  await signIn(page, session)
  const hidden = await openOrderForm(page)
  await expect(page.getByRole('combobox', { name: /^Vendedor/ })).toBeVisible()
  await expect(hidden.project).toHaveCount(0)
  await expect(hidden.contract).toHaveCount(0)

  const { option, save } = await openGear(page)
  await option('Exibir campos Projeto e Contrato').check()
  await expect(option('Gera oportunidade a partir do pedido')).not.toBeChecked()
  await save()
  const { chooseCustomer, project, contract, confirmHeader } = await openOrderForm(page)
  await chooseCustomer(customer)
  await project.selectOption({ label: 'Obra Sul' })
  await contract.selectOption({ index: 1 })
  const number = await confirmHeader()
  await expect(page.getByText('Obra Sul', { exact: true })).toBeVisible()
  await expect(page.getByText(/PMOC-7/)).toBeVisible()
  const order = await office.salesOrders.get.query({ number })
  expect(order).toMatchObject({ opportunity: null, project: { name: 'Obra Sul' }, contract: { name: 'PMOC-7' } })

  await changeSettings(office, { showsProjectAndContract: false })
  await openPage(page, `/sales-orders?q=${number}`)
  await expect(page.getByRole('link', { name: String(number), exact: true })).toBeVisible()
  await expect(page.getByText('Obra Sul')).toHaveCount(0)
})

test('1.4 the project is part of the opportunity’s title, the contract is not', async ({ page }) => {
  const { session, office, customer } = await ownCompany()
  await office.projects.create.mutate({ commandId: uuidv7(), name: 'Obra Sul' })
  await office.contracts.create.mutate({ commandId: uuidv7(), code: 'PMOC-7', description: 'Manutenção mensal' })
  await changeSettings(office, { generatesOpportunity: true, showsProjectAndContract: true })
  await signIn(page, session)
  const { chooseCustomer, project, contract, confirmHeader } = await openOrderForm(page)
  await chooseCustomer(customer)
  await project.selectOption({ label: 'Obra Sul' })
  await contract.selectOption({ index: 1 })
  await confirmHeader()
  await expect(page.getByRole('link', { name: /^OP-1 · / })).toHaveText(
    new RegExp(`OP-1 · Pedido 1 - ${customer} - Obra Sul`),
  )
})

test('1.4 several opportunities of one project stand together', async ({ page }) => {
  const { session, office, customer } = await ownCompany()
  await changeSettings(office, { generatesOpportunity: true, showsProjectAndContract: true })
  const { id: projectId } = await office.projects.create.mutate({ commandId: uuidv7(), name: 'Obra Sul' })
  await newOrder(office, [], { customer, projectId })
  await newOrder(office, [], { customer })
  await newOrder(office, [], { customer, projectId })
  await signIn(page, session)
  await openPage(page, '/opportunities')
  await expect(page.getByText(/^Pedido \d - /)).toHaveCount(3)
  await openPage(page, `/opportunities?projectId=${projectId}`)
  await expect(page.getByText(/^Pedido \d - /)).toHaveCount(2)
  await page.getByRole('button', { name: 'Por projeto' }).click()
  await expect(page.getByText('2 oportunidades')).toBeVisible()
})
