import { expect, test } from '@playwright/test'
import { changeSettings } from '../fixtures/change-settings'
import { openGear } from '../fixtures/gear'
import { openOrderForm } from '../fixtures/order-form'
import { ownCompany } from '../fixtures/own-company'
import { signIn } from '../fixtures/sign-in'

test('1.3 the switch shows the defaults; hidden they keep their values and are not validated', async ({ page }) => {
  const { session, office } = await ownCompany()
  await signIn(page, session)
  const { gear, option, saveButton, save } = await openGear(page)
  const generates = option('Gera oportunidade a partir do pedido')
  const pipeline = gear.getByRole('combobox', { name: /^Funil padrão/ })
  const probability = gear.getByRole('textbox', { name: 'Probabilidade' })
  await expect(generates).not.toBeChecked()
  await expect(option('Padrão Gerar Oportunidade')).toHaveCount(0)
  await expect(pipeline).toHaveCount(0)

  await generates.check()
  await expect(option('Padrão Gerar Oportunidade')).toBeChecked()
  await probability.fill('55')
  await pipeline.selectOption({ label: 'Nenhum' })
  await saveButton.click()
  await expect(gear.getByRole('alert')).toContainText('Funil padrão')
  expect((await office.settings.get.query({})).settings.generatesOpportunity).toBe(false)

  await generates.uncheck()
  await expect(pipeline).toHaveCount(0)
  await save()
  const kept = (await office.settings.get.query({})).settings
  expect(kept).toMatchObject({ generatesOpportunity: false, probability: 55, pipelineId: null })

  await page.getByRole('button', { name: 'Configurar' }).click()
  await generates.check()
  await expect(probability).toHaveValue('55')
  await expect(pipeline).toHaveValue('')
  await pipeline.selectOption({ label: 'Vendas' })
  await gear.getByRole('combobox', { name: /^Etapa inicial/ }).selectOption({ label: 'Proposta' })
  await gear.getByRole('combobox', { name: /^Etapa quando tudo concluído/ }).selectOption({ label: 'Negociação' })
  await save()
  expect((await office.settings.get.query({})).settings.generatesOpportunity).toBe(true)
})

test('1.3 "Padrão Gerar Oportunidade" presets each new order, and the user decides all the same', async ({ page }) => {
  const { session, office, customer } = await ownCompany()
  await signIn(page, session)
  const withoutOption = await openOrderForm(page)
  await expect(page.getByRole('button', { name: 'Confirmar só a capa' })).toBeVisible()
  await expect(withoutOption.option).toHaveCount(0)

  await changeSettings(office, { generatesOpportunity: true, generatesByDefault: true })
  const preset = await openOrderForm(page)
  await expect(preset.option).toBeChecked()
  await preset.option.uncheck()
  await expect(page.getByText('Sem oportunidade: ela pode ser gerada depois na central de pedidos')).toBeVisible()
  await preset.chooseCustomer(customer)
  await preset.confirmHeader()
  await expect(page.getByText('Este pedido ainda não gerou oportunidade nem tarefas.')).toBeVisible()

  await changeSettings(office, { generatesByDefault: false })
  const unset = await openOrderForm(page)
  await expect(unset.option).not.toBeChecked()
  await unset.option.check()
  await unset.chooseCustomer(customer)
  await unset.confirmHeader()
  await expect(page.getByRole('link', { name: /^OP-1 · / })).toBeVisible()
})

test('1.3 "Nomenclaturas do CRM" explains the words, and finds them', async ({ page }) => {
  const { session } = await ownCompany()
  await signIn(page, session)
  const { gear } = await openGear(page)
  await gear.getByRole('button', { name: 'Nomenclaturas do CRM' }).click()
  const help = page.getByRole('dialog', { name: 'Nomenclaturas do CRM' })
  await expect(help.getByRole('term')).toContainText(['Oportunidade', 'Funil', 'Etapa'])
  await help.getByRole('searchbox').fill('granularidade')
  await expect(help.getByRole('term')).toHaveText(['Granularidade'])
  await help.getByRole('button', { name: 'Fechar' }).click()
  await expect(help).toBeHidden()
  await expect(gear).toBeVisible()
})
