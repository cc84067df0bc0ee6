import { expect, type Page, test } from '@playwright/test'
import { todayIn } from '@/lib/calendar-date'
import { uuidv7 } from '@/lib/uuid'
import { newService } from '../fixtures/new-service'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

/** Opens, as the seller, a quote of 3 and 2 units at R$ 350,00 that was sent. */
async function openSentQuote(page: Page) {
  const office = officeClient(sessionOf('admin'))
  const [[customer], { sellers }, first, second] = await Promise.all([
    office.customers.lookup.query({ query: 'Condomínio Solar' }),
    office.salesOrders.prepare.query({}),
    newService(office),
    newService(office),
  ])
  const today = todayIn('America/Sao_Paulo')
  const quote = await office.quotes.create.mutate({
    commandId: uuidv7(),
    header: {
      customerId: customer?.id ?? '',
      issuedOn: today,
      validUntil: today,
      sellerId: sellers[0]?.id ?? '',
      notes: '',
    },
    items: [
      { serviceId: first.id, quantity: '3' },
      { serviceId: second.id, quantity: '2' },
    ],
  })
  await office.quotes.send.mutate({ commandId: uuidv7(), quoteId: quote.id })
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/quotes/${quote.number}`)
  await page.getByRole('button', { name: 'Transformar em pedido', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Transformar orçamento em pedido' })
  await expect(dialog.getByRole('checkbox', { name: 'Gerar Oportunidade' })).toBeChecked()
  return { office, dialog, quote: quote.number }
}

test('2.3 a quote becomes an order with its opportunity and tasks, for what was chosen of it', async ({ page }) => {
  const { office, dialog, quote } = await openSentQuote(page)
  await expect(dialog.getByRole('status')).toHaveText('Serão criadas 1 oportunidade e 5 tarefas')
  await dialog.getByRole('textbox', { name: 'Quantidade a levar do item 1' }).fill('1')
  await expect(dialog.getByRole('status')).toHaveText('Serão criadas 1 oportunidade e 3 tarefas')
  await dialog.getByRole('checkbox', { name: 'Levar o item 2' }).uncheck()
  await expect(dialog.getByRole('status')).toHaveText('Serão criadas 1 oportunidade e 1 tarefa')
  await expect(dialog.getByText(/^Fica fora do pedido: R\$\s1\.400,00/)).toBeVisible()
  await dialog.getByRole('button', { name: /^Transformar em pedido de R\$\s350,00/ }).dblclick()

  await page.waitForURL(/\/sales-orders\/\d+$/)
  await expect(page.getByRole('link', { name: /^OP-\d+ · / })).toBeVisible()
  await expect(page.getByText('0 de 1 tarefa concluída')).toBeVisible()
  const number = Number(new URL(page.url()).pathname.split('/').at(-1))

  await openPage(page, `/quotes/${quote}`)
  await expect(page.getByText('Convertido', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Transformar em pedido', exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: `pedido ${number}`, exact: true })).toHaveAttribute(
    'href',
    `/sales-orders/${number}`,
  )
  expect(await office.quotes.get.query({ number: quote })).toMatchObject({
    status: 'converted',
    salesOrderNumber: number,
  })
})

test('2.3 without the option the order has its items and no tasks', async ({ page }) => {
  const { dialog } = await openSentQuote(page)
  await dialog.getByRole('checkbox', { name: 'Gerar Oportunidade' }).uncheck()
  await expect(dialog.getByRole('status')).toHaveText(
    'Sem oportunidade: ela pode ser gerada depois na central de pedidos',
  )
  await dialog.getByRole('button', { name: /^Transformar em pedido de R\$\s1\.750,00/ }).click()
  await expect(page.getByText('Este pedido ainda não gerou oportunidade nem tarefas.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Editar quantidade do item 2' })).toHaveText('2')
})

test('2.3 a quote converted meanwhile by another is refused, with the way to its order', async ({ page }) => {
  const { office, dialog, quote } = await openSentQuote(page)
  const stored = await office.quotes.get.query({ number: quote })
  const order = await office.quotes.convert.mutate({
    commandId: uuidv7(),
    quoteId: stored.id,
    items: stored.items.map(({ id, quantity }) => ({ quoteItemId: id, quantity })),
    issuedOn: todayIn('America/Sao_Paulo'),
    sellerId: stored.seller.id,
    generatesOpportunity: true,
  })
  await dialog.getByRole('button', { name: /^Transformar em pedido de/ }).click()
  await expect(dialog.getByText(`O orçamento ${quote} já foi transformado no pedido ${order.number}.`)).toBeVisible()
  await expect(dialog.getByRole('link', { name: /^Abrir o pedido/ })).toHaveAttribute(
    'href',
    `/sales-orders/${order.number}`,
  )
})
