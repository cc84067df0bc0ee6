import { expect, type Page, test } from '@playwright/test'
import { billableOrder } from '../fixtures/billable-order'
import { expectAccessible } from '../fixtures/expect-accessible'
import { newOrder } from '../fixtures/new-order'
import { newService } from '../fixtures/new-service'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'
import { productAddress } from '../fixtures/product-address'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

/** Makes a link for the customer out of the menu of papers, and answers its address. */
async function shareByMenu(page: Page, entry: string): Promise<string> {
  await page.getByRole('button', { name: 'Documentos', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  await page.getByRole('button', { name: 'Criar e copiar link' }).click()
  const address = page.getByRole('textbox', { name: 'Endereço do link' })
  await expect(address).toHaveValue(/\/d\/[\w-]{43}$/)
  await expectAccessible(page)
  return new URL(await address.inputValue()).pathname
}

test('the customer opens an order by its link without signing in, until the link is ended', async ({
  page,
  browser,
}) => {
  const office = officeClient(sessionOf('admin'))
  const service = await newService(office)
  const order = await newOrder(office, [{ serviceId: service.id, quantity: '3' }])
  await signIn(page, sessionOf('seller'))
  await openPage(page, `/sales-orders/${order.number}`)
  const path = await shareByMenu(page, 'Copiar link do pedido')

  const visitor = await browser.newContext({ baseURL: productAddress() })
  const customer = await visitor.newPage()
  await openPage(customer, path)
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText(`Pedido de venda nº ${order.number}`)
  await expect(customer.getByText(/R\$\s1\.050,00/)).toBeVisible()
  await expect(customer.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expectAccessible(customer)
  const href = await customer.getByRole('link', { name: /^Abrir PDF/ }).getAttribute('href')
  const paper = await visitor.request.get(href ?? '')
  expect(paper.headers()['content-type']).toBe('application/pdf')
  expect(paper.headers()['x-robots-tag']).toContain('noindex')
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await visitor.request
    .get(`/api/documents/sales_order/${order.id}`)
    .then((answer) => expect(answer.status()).toBe(401))

  await page.getByRole('button', { name: /^Encerrar o link criado em/ }).click()
  await expect(page.getByText('Link encerrado').first()).toBeVisible()
  await customer.reload()
  await expect(customer.getByRole('heading', { name: 'Este link não vale mais' })).toBeVisible()
  expect((await visitor.request.get(href ?? '')).status()).toBe(404)
  await visitor.close()
})

test('after the conclusion the report of the service is there, without prices', async ({ page }) => {
  const order = await billableOrder({ units: 2, concluded: 1 })
  await signIn(page, sessionOf('coordinator'))
  await openPage(page, `/sales-orders/${order.number}`)
  await page.getByRole('button', { name: 'Documentos', exact: true }).click()
  const report = page.getByRole('menuitem', { name: /^Abrir relatório em PDF/ })
  const answer = await page.request.get((await report.getAttribute('href')) ?? '', {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.headers()['content-disposition']).toMatch(
    /^inline; filename="relatorio-de-servico-\d+-[a-z0-9-]+\.pdf"$/,
  )
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page.getByRole('menuitem', { name: /^Copiar link/ })).toHaveCount(0)
})

test('the history of an order names the units of a line, and shows one kind alone', async ({ page }) => {
  const order = await billableOrder({ units: 4, concluded: 3 })
  await signIn(page, sessionOf('admin'))
  await openPage(page, `/sales-orders/${order.number}`)
  const history = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Histórico' }) })
  await expect(history.getByText(/unidades 1-3 de 4 · /).first()).toBeVisible()
  await history.getByRole('button', { name: 'Pedido', exact: true }).click()
  await expect(history.getByText(/unidades 1-3 de 4 · /)).toHaveCount(0)
  await expect(history.getByText(/criou o pedido/)).toBeVisible()
})
