import { expect, test } from '@playwright/test'
import { expectAccessible } from '../fixtures/expect-accessible'
import { newOpportunity } from '../fixtures/new-opportunity'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

// What is done by keys belongs to a desk.
const office = () => officeClient(sessionOf('seller'))

test('the palette finds an order by the CNPJ of its customer, with and without mask, and opens it by keys @desktop', async ({
  page,
}) => {
  const { rows } = await office().customers.list.query({ q: 'Condomínio Solar' })
  const [customer] = rows
  const { salesOrders } = await office().search.records.query({ q: customer?.taxId ?? '' })
  const [newest] = salesOrders
  await signIn(page, sessionOf('seller'))
  await openPage(page, '/customers')
  for (const words of [customer?.taxId ?? '', masked(customer?.taxId ?? '')]) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    const palette = page.getByRole('dialog', { name: 'Buscar ou ir para' })
    await expect(palette.getByRole('option', { name: new RegExp(`^Pedido ${newest?.number}\\D`) })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect(page).toHaveURL(new RegExp(`/sales-orders/${newest?.number}$`))
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: 'Abertos há pouco' }).getByRole('option')).toHaveCount(1)
})

test('the palette goes to a screen without accents, asks one kind by its letter and says why an action is closed @desktop', async ({
  page,
}) => {
  await signIn(page, sessionOf('biller'))
  await openPage(page, '/invoices')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('servicos')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Serviços', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('c: solar')
  const options = page.getByRole('dialog', { name: 'Buscar ou ir para' }).getByRole('option')
  await expect(options.filter({ hasText: 'Condomínio Solar' })).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('novo pedido')
  await expect(options.filter({ hasText: 'Seu papel não permite' })).toBeVisible()
})

test('a card of the board moves by keys, tells where it is, and comes back by undo @desktop', async ({ page }) => {
  const own = await ownCompany()
  await newOpportunity(own.office, own.customer)
  await signIn(page, own.session)
  await openPage(page, '/opportunities?group=board')
  const received = page.getByRole('region', { name: 'Pedido recebido' })
  const running = page.getByRole('region', { name: 'Em execução' })
  const card = page.getByRole('link', { name: own.customer })
  await expect(received.getByRole('link', { name: own.customer })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('j')
  await expect(card).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^OP-1 sobre Pedido recebido\.$/)).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/sobre Em execução\./)).toBeAttached()
  await page.keyboard.press('Space')
  await expect(running.getByRole('link', { name: own.customer })).toBeVisible()
  await expect(running.getByText('1', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Desfazer' }).click()
  await expect(received.getByRole('link', { name: own.customer })).toBeVisible()

  await page.getByRole('button', { name: /^Mover OP-\d+ para outra etapa/ }).click()
  await page.getByRole('menuitem', { name: 'Concluído' }).click()
  await expect(page.getByRole('region', { name: 'Concluído' }).getByRole('link', { name: own.customer })).toBeVisible()
})

test('a second card that moves while the first is on its way moves too @desktop', async ({ page }) => {
  const own = await ownCompany()
  await newOpportunity(own.office, own.customer)
  await newOpportunity(own.office, own.customer)
  await signIn(page, own.session)
  await openPage(page, '/opportunities?group=board')
  const letGo: (() => void)[] = []
  await page.route('**/api/trpc/opportunities.moveStage**', async (route) => {
    if (letGo.length === 0) await new Promise<void>((resolve) => letGo.push(resolve))
    await route.continue()
  })
  const move = async (number: number) => {
    await page.getByRole('button', { name: `Mover OP-${number} para outra etapa` }).click()
    await page.getByRole('menuitem', { name: 'Concluído' }).click()
  }
  await move(1)
  await expect.poll(() => letGo.length).toBe(1)
  await move(2)
  letGo[0]?.()
  const stages = async () => {
    const { rows } = await own.office.opportunities.list.query({})
    return rows.map(({ stageName }) => stageName)
  }
  await expect.poll(stages).toEqual(['Concluído', 'Concluído'])
  await expect(page.getByRole('region', { name: 'Concluído' }).getByRole('link', { name: own.customer })).toHaveCount(2)
})

test('what was typed in a form survives a reload, and nobody else sees it', async ({ page }) => {
  const name = `Padaria ${Date.now()}`
  await signIn(page, sessionOf('seller'))
  await openPage(page, '/customers/new')
  await page.getByRole('textbox', { name: /^Nome/ }).first().fill(name)
  await expect(page.getByText(/^Rascunho salvo neste aparelho/)).toBeVisible()
  await openPage(page, '/customers/new')
  await page.getByRole('button', { name: /^Continuar rascunho de \d\d:\d\d$/ }).click()
  await expect(page.getByRole('textbox', { name: /^Nome/ }).first()).toHaveValue(name)

  await signIn(page, sessionOf('admin'))
  await openPage(page, '/customers/new')
  await expect(page.getByText(/Continuar rascunho/)).toHaveCount(0)
})

test('the help sheet lists what works here, and letters can be switched off @desktop', async ({ page }) => {
  await signIn(page, sessionOf('admin'))
  await openPage(page, '/tasks')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Atalhos do teclado' })
  await expect(sheet.getByText('Nova tarefa')).toBeVisible()
  await expect(sheet.getByText('Próxima linha')).toBeVisible()
  await expect(sheet.getByText('Pedidos de Venda')).toBeVisible()
  await expectAccessible(page)
  await sheet.getByRole('checkbox', { name: 'Usar atalhos de uma letra' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Buscar ou ir para' })).toBeVisible()
})

test('the first page leads from each number to its list', async ({ page }) => {
  const manager = officeClient(sessionOf('admin'))
  const { counts } = await manager.tasks.list.query({ view: 'overdue' })
  await signIn(page, sessionOf('admin'))
  await openPage(page, '/')
  await expect(page.getByRole('heading', { name: 'Início', level: 1 })).toBeVisible()
  await expectAccessible(page)
  const numbers = page.getByRole('list', { name: 'Trabalho que espera' })
  await numbers.getByRole('link', { name: `Tarefas atrasadas ${counts.overdue}` }).click()
  await expect(page).toHaveURL(/\/tasks\?view=overdue$/)
})

const masked = (taxId: string) => taxId.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
