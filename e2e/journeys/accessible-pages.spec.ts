import { expect, type Page, test } from '@playwright/test'
import { askToLose } from '../fixtures/ask-to-lose'
import { expectAccessible } from '../fixtures/expect-accessible'
import { officeClient } from '../fixtures/office-client'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

// The pages of the demonstration, whose records are in every state. The field's screens are walked in field-within-reach.
const office = () => officeClient(sessionOf('admin'))
const dialogOf = (page: Page) => page.getByRole('dialog').last()

test.slow()
test.use({ trace: 'off' })

/** Opens a page and examines it once this heading stands; at its end, where the fixed foot of a form covers no field. */
async function examine(page: Page, address: string, heading: string | RegExp) {
  await openPage(page, address)
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expectAccessible(page)
}

/** Examines an overlay that was just opened, and puts it away. */
async function examineDialog(page: Page, name: string | RegExp, role: 'dialog' | 'alertdialog' = 'dialog') {
  const dialog = page.getByRole(role, { name })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

const walks: Record<string, (page: Page) => Promise<void>> = {
  'the order centre, the gear and the status': async (page) => {
    const { rows } = await office().salesOrders.list.query({ view: 'partial' })
    await examine(page, '/sales-orders', 'Pedidos de Venda')
    await page.getByRole('button', { name: 'Configurar' }).click()
    await dialogOf(page).getByText('Geração e faturamento').click()
    await expect(page.getByRole('combobox', { name: 'Granularidade' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Nomenclaturas do CRM' }).click()
    await examineDialog(page, 'Nomenclaturas do CRM')
    await openPage(page, `/sales-orders?panel=status&order=${rows[0]?.number}`)
    await examineDialog(page, `Status do pedido ${rows[0]?.number}`)
    await page
      .getByRole('button', { name: /^Ações de pedido/ })
      .first()
      .click()
    await expectAccessible(page)
  },
  'an order, new and stored': async (page) => {
    const { rows } = await office().salesOrders.list.query({ view: 'partial' })
    const number = rows[0]?.number ?? 0
    await examine(page, '/sales-orders/new', 'Novo pedido')
    await page.getByRole('combobox', { name: /^Cliente/ }).fill('Con')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await expectAccessible(page)
    await examine(page, `/sales-orders/${number}`, `Pedido ${number}`)
    await page.getByRole('button', { name: 'Editar quantidade do item 1' }).click()
    await page.getByRole('textbox', { name: 'Quantidade do item 1' }).fill('1')
    await expect(page.getByRole('button', { name: /^Salvar item/ })).toBeVisible()
    await expectAccessible(page)
    const { rows: open } = await office().salesOrders.list.query({ status: ['open'] })
    await openPage(page, `/sales-orders/${open[0]?.number}`)
    await page.getByRole('button', { name: 'Editar capa' }).click()
    await examineDialog(page, /^Editar capa do pedido/)
    await page.getByRole('button', { name: /^Ações do pedido/ }).click()
    await page.getByRole('menuitem', { name: 'Cancelar pedido' }).click()
    await examineDialog(page, /^Cancelar pedido/, 'alertdialog')
  },
  'quotes and how one becomes an order': async (page) => {
    const { rows } = await office().quotes.list.query({ view: 'sent' })
    const number = rows[0]?.number ?? 0
    await examine(page, '/quotes', 'Orçamentos')
    await examine(page, '/quotes/new', 'Novo orçamento')
    await examine(page, `/quotes/${number}`, `Orçamento ${number}`)
    await page.getByRole('button', { name: 'Transformar em pedido', exact: true }).click()
    await examineDialog(page, 'Transformar orçamento em pedido')
  },
  'the task centre and a task': async (page) => {
    await examine(page, '/tasks', 'Tarefas')
    const { rows } = await office().tasks.list.query({ view: 'concludedToday' })
    const { rows: units } = await office().tasks.listUnits.query({ itemId: rows[0]?.itemId ?? '', view: 'all' })
    await openPage(page, `/tasks?view=concludedToday&task=${units[0]?.id}`)
    await examineDialog(page, units[0]?.subject ?? '')
    await page
      .getByRole('button', { name: /^Nova tarefa/ })
      .first()
      .click()
    await examineDialog(page, 'Nova tarefa')
  },
  'opportunities and one of them': async (page) => {
    const { rows } = await office().opportunities.list.query({ view: 'open' })
    const number = rows.find(({ salesOrderId }) => salesOrderId !== null)?.number ?? 0
    await examine(page, '/opportunities', 'Central de Oportunidades')
    await page.getByRole('button', { name: 'Por projeto' }).click()
    await expectAccessible(page)
    for (const part of ['', '?tab=tasks', '?tab=history'])
      await examine(page, `/opportunities/${number}${part}`, /^OP-/)
    await askToLose(page)
    await examineDialog(page, /^Marcar OP-/, 'alertdialog')
  },
  'notes, in every view': async (page) => {
    for (const view of ['to_bill', 'processing', 'rejected', 'authorised', 'cancelled']) {
      await examine(page, `/invoices?view=${view}`, 'Faturamento / NFS-e')
    }
  },
  'a note and its windows': async (page) => {
    const { rows: billable } = await office().salesOrders.list.query({ view: 'billable' })
    await openPage(page, `/invoices?invoice=${billable.at(-1)?.number}`)
    await expect(page.getByRole('table', { name: 'Itens a faturar' })).toBeVisible()
    await examineDialog(page, /^Faturar/)
    const notes = await office().invoices.list.query({ view: 'authorised' })
    const note = notes.rows.at(-1)?.number ?? 0
    await examine(page, `/invoices/${note}`, /^NFS-e \d+$/)
    await page.getByRole('button', { name: 'Cancelar NFS-e' }).click()
    await examineDialog(page, /^Cancelar NFS-e/)
    await page.getByRole('button', { name: 'Substituir' }).click()
    await examineDialog(page, /^Substituir/)
  },
  'customers and services': async (page) => {
    const [customer] = (await office().customers.list.query({})).rows
    const [service] = (await office().services.list.query({})).rows
    await examine(page, '/customers', 'Clientes')
    await examine(page, '/customers/new', 'Novo cliente')
    await examine(page, `/customers/${customer?.number}`, `Cliente ${customer?.number}`)
    await examine(page, '/services', 'Serviços')
    await examine(page, '/services/new', 'Novo serviço')
    await examine(page, `/services/${service?.id}`, `Serviço ${service?.code}`)
  },
  'people, keys and registers': async (page) => {
    await examine(page, '/people', 'Pessoas e acessos')
    await page.getByRole('button', { name: 'Convidar pessoa' }).click()
    await examineDialog(page, 'Convidar pessoa')
    await examine(page, '/account', 'Minha conta')
    await examine(page, '/settings/demonstration', 'Remover demonstração')
    await examine(page, '/access-tokens', 'Chaves de acesso')
    await page.getByRole('button', { name: 'Nova chave' }).first().click()
    await examineDialog(page, 'Nova chave de acesso')
    await examine(page, '/registers', 'Cadastros auxiliares')
    await examine(page, '/settings', 'Configurações')
    await examine(page, '/settings/company', 'Empresa')
    await examine(page, '/settings/system', 'Estado do sistema')
    await examine(page, '/projects', 'Projetos')
    await examine(page, '/contracts', 'Contratos')
  },
}

const themes = [
  { theme: 'light', tag: '' },
  { theme: 'dark', tag: ' @desktop' },
] as const

for (const { theme, tag } of themes) {
  test.describe(`accessible, ${theme}${tag}`, () => {
    test.use({ colorScheme: theme })

    test('the sign-in', async ({ page }) => {
      await openPage(page, '/sign-in')
      await page.getByRole('button', { name: 'Entrar' }).click()
      await expectAccessible(page)
      await openPage(page, '/forgot-password')
      await expectAccessible(page)
      for (const link of ['/invitation#nothing', '/new-password#nothing']) {
        await openPage(page, link)
        await page.getByRole('alert').first().waitFor()
        await expectAccessible(page)
      }
    })
    for (const [name, walk] of Object.entries(walks)) {
      test(name, async ({ page }) => {
        await signIn(page, sessionOf('admin'))
        await walk(page)
      })
    }
  })
}
