import { devices, expect, type Page, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { billingDialog, emitNote } from '../fixtures/billing-dialog'
import { cancelNote } from '../fixtures/cancel-note'
import { editQuantity } from '../fixtures/edit-quantity'
import { expectStanding, type Standing } from '../fixtures/expect-standing'
import { cardOf, openField } from '../fixtures/field-screen'
import { newService } from '../fixtures/new-service'
import { openPage, waitForHydration } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { planForToday } from '../fixtures/plan-for-today'
import { signIn } from '../fixtures/sign-in'
import { expectStatusRow, openStatus } from '../fixtures/status-panel'

test('the acceptance story: from the gear to the won opportunity, the invariants held at every step @desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(480_000)
  const { office, session, customer, hire } = await ownCompany()
  const project = 'Obra Sul'
  await office.projects.create.mutate({ commandId: uuidv7(), name: project })
  const { code, description: subject } = await newService(office, { subject: 'Instalação de câmera' })
  await signIn(page, session)

  await test.step('the configuration is turned on, and so is its default', async () => {
    await openPage(page, '/sales-orders')
    await page.getByRole('button', { name: 'Configurar' }).click()
    const gear = page.getByRole('dialog', { name: 'Configurações de Pedido de Venda' })
    for (const name of [
      'Exibir campos Projeto e Contrato',
      'Gera oportunidade a partir do pedido',
      'Padrão Gerar Oportunidade',
      'Ganha quando faturado 100%',
    ]) {
      await gear.getByRole('switch', { name }).check()
    }
    await gear.getByRole('button', { name: /^Salvar alterações/ }).click()
    await expect(gear).toBeHidden()
  })

  const number =
    await test.step('the header alone makes the opportunity, whose title contains the project', async () => {
      await page
        .getByRole('link', { name: /^Novo pedido/ })
        .first()
        .click()
      await page.waitForURL('**/sales-orders/new')
      await waitForHydration(page)
      await page.getByRole('combobox', { name: /^Cliente/ }).fill(customer)
      await page.getByRole('option', { name: customer }).first().click()
      await page.getByRole('combobox', { name: /^Local do serviço/ }).selectOption({ index: 1 })
      await page.getByRole('combobox', { name: /^Projeto/ }).selectOption({ label: project })
      await expect(page.getByRole('checkbox', { name: 'Gerar Oportunidade' })).toBeChecked()
      await page.getByRole('button', { name: 'Confirmar só a capa' }).click()
      await page.waitForURL(/\/sales-orders\/\d+$/)
      return Number(page.url().split('/').at(-1))
    })
  const order = await office.salesOrders.get.query({ number })
  const standsAt = (standing: Standing) => expectStanding(order.id, standing)
  await standsAt({ units: 0, generated: 0, concluded: 0, invoiced: 0 })

  const opportunity = await test.step('the order names its opportunity, which opens in a new tab', async () => {
    const link = page.getByRole('link', { name: new RegExp(`^OP-\\d+ · .*${project}`) })
    const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()])
    await expect(tab.getByRole('heading', { name: new RegExp(`^OP-\\d+ · ${project}$`), level: 1 })).toBeVisible()
    const address = tab.url()
    await tab.close()
    return address
  })

  await test.step('15 UN of the item are 15 tasks', async () => {
    await page.getByRole('combobox', { name: 'Serviço do item 1' }).fill(code)
    await page.getByRole('option', { name: new RegExp(subject) }).click()
    await page.getByRole('textbox', { name: 'Quantidade do item 1' }).fill('15')
    await page.getByRole('button', { name: 'Incluir item' }).click()
    await expect(unitsOf(page).getByRole('button')).toHaveCount(15)
  })
  await standsAt({ units: 15, generated: 15, concluded: 0, invoiced: 0 })
  const item = (await office.salesOrders.get.query({ number })).items[0]
  const tasks = (await office.tasks.listUnits.query({ itemId: item?.id ?? '' })).rows
  expect(tasks.map((task) => task.subject)).toEqual(Array(15).fill(subject))

  await test.step('the office concludes five', async () => {
    await openPage(page, `${new URL(opportunity).pathname}?tab=tasks`)
    for (const unit of [1, 2, 3, 4, 5]) {
      await page.getByRole('checkbox', { name: new RegExp(`^Selecionar ${subject} ${unit}/15 `) }).check()
    }
    const chosen = page.getByRole('region', { name: 'Ações para os selecionados' })
    await chosen.getByRole('button', { name: 'Concluir', exact: true }).click()
    await concludeByOffice(page, 5)
  })
  await standsAt({ units: 15, generated: 15, concluded: 5, invoiced: 0 })

  await test.step('the technician concludes two on the phone', async () => {
    const technician = await hire({ name: 'Téo Ramos', role: 'technician' })
    const rest = tasks.slice(5).map(({ id }) => id)
    await planForToday(office, rest, 'Téo Ramos')
    const phone = await browser.newContext({ ...devices['Pixel 7'], viewport: { width: 360, height: 780 } })
    const field = await phone.newPage()
    await openField(field, technician)
    const card = cardOf(field, subject)
    for (const concluded of [6, 7]) {
      await card.getByRole('button', { name: 'Concluir próxima' }).click()
      await standsAt({ units: 15, generated: 15, concluded, invoiced: 0 })
    }
    await phone.close()
  })

  const first = await test.step('the status says 15 / 0 / 7; four are billed', async () => {
    const panel = await openStatus(page, number)
    const billable = /^7 · R\$\s2\.450,00$/
    await expectStatusRow(panel, subject, { quantity: '15', invoiced: '0', balance: '15', billable, concluded: '7' })
    await panel.getByRole('button', { name: /^Faturar parcial \(7\)/ }).click()
    await billingDialog(page).howMany(1).fill('4')
    return emitNote(page, '1.400,00')
  })
  await standsAt({ units: 15, generated: 15, concluded: 7, invoiced: 4 })

  const second = await test.step('four more are refused, at most three; three are billed', async () => {
    const panel = await openStatus(page, number)
    await panel.getByRole('button', { name: /^Faturar parcial \(3\)/ }).click()
    const { dialog, howMany } = billingDialog(page)
    await howMany(1).fill('4')
    await expect(howMany(1)).toHaveValue('3')
    await expect(dialog.getByText('Só 3 unidades estão concluídas e sem nota.')).toBeVisible()
    const four = { salesOrderId: order.id, mode: 'partial' as const, items: [{ itemId: item?.id ?? '', units: 4 }] }
    await expect(office.invoices.issue.mutate({ commandId: uuidv7(), ...four })).rejects.toThrow(
      'Item 1: pode faturar no máximo 3.',
    )
    await standsAt({ units: 15, generated: 15, concluded: 7, invoiced: 4 })
    return emitNote(page, '1.050,00')
  })
  await standsAt({ units: 15, generated: 15, concluded: 7, invoiced: 7 })

  await test.step('nothing is billable', async () => {
    const panel = await openStatus(page, number)
    const billable = /^0 · faltam 8 tarefas$/
    await expectStatusRow(panel, subject, { quantity: '15', invoiced: '7', balance: '8', billable, concluded: '7' })
    await expect(panel.getByRole('button', { name: /^Faturar parcial/ })).toHaveCount(0)
    await expect(panel.getByRole('button', { name: 'Faturar tudo' })).toHaveAttribute('aria-disabled', 'true')
    await expect(panel.getByText('Item 1: faltam 8 tarefas')).toBeVisible()
  })

  await test.step('raised to 18: three more tasks', async () => {
    await openPage(page, `/sales-orders/${number}`)
    const { impact, saveTwice } = await editQuantity(page, 18)
    await expect(impact.getByRole('status')).toHaveText('Se a quantidade passar de 15 para 18: +3 tarefas')
    await saveTwice()
    await expect(unitsOf(page).getByRole('button')).toHaveCount(18)
  })
  await standsAt({ units: 18, generated: 18, concluded: 7, invoiced: 7 })

  await test.step('lowered to 6: refused, the minimum is 7', async () => {
    const { impact, save } = await editQuantity(page, 6)
    await expect(impact.getByText(/7 tarefas já concluídas \(7 faturadas\)\. Mínimo permitido: 7\./)).toBeVisible()
    await expect(save).toHaveAttribute('aria-disabled', 'true')
    await impact.getByRole('button', { name: 'Descartar' }).click()
  })
  await standsAt({ units: 18, generated: 18, concluded: 7, invoiced: 7 })

  await test.step('lowered to 16: two cancelled', async () => {
    const { impact, saveTwice } = await editQuantity(page, 16)
    await expect(impact.getByRole('status')).toHaveText('Se a quantidade passar de 18 para 16: 2 canceladas')
    await saveTwice()
  })
  await standsAt({ units: 16, generated: 16, concluded: 7, invoiced: 7 })

  await test.step('a billed task is not reopened', async () => {
    await unitsOf(page)
      .getByRole('button', { name: /^Unidade 1: / })
      .click()
    const task = page.getByRole('dialog', { name: subject })
    await expect(task.getByText(/está na nota .+ e não pode ser reaberta/)).toBeVisible()
    await expect(task.getByRole('button', { name: 'Abrir retrabalho' })).toBeVisible()
    await expect(task.getByRole('button', { name: 'Reabrir', exact: true })).toHaveCount(0)
    const taskIds = tasks.slice(0, 1).map(({ id }) => id)
    const answers = await office.tasks.reopen.mutate({ commandId: uuidv7(), taskIds, reason: 'Refazer o ponto' })
    expect(answers).toMatchObject([
      { outcome: 'refused', refusals: [{ code: 'TASK_BILLED' }, { code: 'TASK_ON_INVOICE' }] },
    ])
  })
  await standsAt({ units: 16, generated: 16, concluded: 7, invoiced: 7 })

  await test.step('the first note is cancelled (erro na emissão): its four are billable again', async () => {
    const { confirm } = await cancelNote(page, first, '1 · Erro na emissão')
    await confirm()
    await standsAt({ units: 16, generated: 16, concluded: 7, invoiced: 3 })
    const panel = await openStatus(page, number)
    await expect(panel.getByRole('button', { name: /^Faturar parcial \(4\)/ })).toBeVisible()
  })

  await test.step('the second is cancelled (serviço não prestado) for one unit: its task is open', async () => {
    const { dialog, confirm } = await cancelNote(page, second, '2 · Serviço não prestado')
    await dialog.getByRole('checkbox', { name: '#7' }).check()
    await expect(dialog.getByText('1 reaberta (#7)')).toBeVisible()
    await confirm()
    await standsAt({ units: 16, generated: 16, concluded: 6, invoiced: 0 })
    await openPage(page, `/sales-orders/${number}`)
    await expect(unitsOf(page).getByRole('button', { name: /^Unidade 7: (aberta|agendada)/ })).toBeVisible()
  })

  await test.step('the rest is concluded', async () => {
    await openPage(page, `/tasks?salesOrderId=${order.id}`)
    await page.getByRole('button', { name: `Ações de ${subject}, pedido ${number}` }).click()
    await page.getByRole('menuitem', { name: 'Concluir pelo escritório' }).click()
    await concludeByOffice(page, 10)
  })
  await standsAt({ units: 16, generated: 16, concluded: 16, invoiced: 0 })

  await test.step('everything is billed: the order is "Faturado"', async () => {
    const panel = await openStatus(page, number)
    await panel.getByRole('button', { name: 'Faturar tudo' }).click()
    await billingDialog(page).dialog.getByRole('radio', { name: 'Faturar tudo' }).check()
    await emitNote(page, '5.600,00')
    await openPage(page, `/sales-orders?q=${number}`)
    await expect(page.getByRole('button', { name: `Faturado. Abrir status do pedido ${number}` })).toBeVisible()
  })
  await standsAt({ units: 16, generated: 16, concluded: 16, invoiced: 16 })

  await test.step('the opportunity is "Ganha"', async () => {
    await openPage(page, new URL(opportunity).pathname)
    await expect(page.getByText('Ganha', { exact: true })).toBeVisible()
  })
})

const unitsOf = (page: Page) => page.getByRole('group', { name: 'Unidades do item 1' })

/** Answers the question that "Concluir" asks, and reads the report. */
async function concludeByOffice(page: Page, count: number) {
  const question = page.getByRole('alertdialog', { name: `Concluir ${count} tarefas pelo escritório` })
  await question.getByRole('textbox').fill('Serviço conferido no local')
  await question.getByRole('button', { name: `Concluir ${count} tarefas` }).click()
  const report = page.getByRole('dialog', { name: 'Resultado da conclusão' })
  await expect(report.getByText(`${count} tarefas concluídas pelo escritório.`)).toBeVisible()
  await report.getByRole('button', { name: 'Fechar' }).last().click()
  await expect(report).toBeHidden()
}
