import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fieldOrder, technicianEmail } from '../fixtures/field-order'
import { demonstrationPassword } from '../fixtures/office-client'
import { waitForHydration } from '../fixtures/open-page'

async function signIn(page: Page) {
  await page.goto('/sign-in?next=/field')
  await waitForHydration(page)
  await page.getByLabel('E-mail').fill(technicianEmail)
  await page.getByLabel('Senha', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await expect(page.getByRole('heading', { name: 'Hoje', level: 1 })).toBeVisible()
}

const cardOf = (page: Page, subject: string) => page.getByRole('article').filter({ hasText: subject })

test('field: without an answer the same command waits and is sent again @phone', async ({
  page,
  playwright,
  baseURL,
}) => {
  const request = await playwright.request.newContext({ baseURL })
  const { subject, itemId, office } = await fieldOrder(request, 3)
  await signIn(page)
  const card = cardOf(page, subject)
  const ids: string[] = []
  const take = (body: string | null) => ids.push(/"commandId":"([^"]+)"/.exec(body ?? '')?.[1] ?? '')
  // The server acts, its answer is lost: the worst case.
  await page.route('**/api/trpc/tasks.concludeNext*', async (route) => {
    take(route.request().postData())
    await route.fetch()
    await route.abort('connectionreset')
  })
  await card.getByRole('button', { name: 'Concluir próxima' }).click()
  await expect(page.getByText('Sem conexão · 1 aguardando envio')).toBeVisible()
  await expect(card.getByText('1 de 3 concluídas')).toBeVisible()
  await page.unroute('**/api/trpc/tasks.concludeNext*')
  page.on('request', (sent) => sent.url().includes('tasks.concludeNext') && take(sent.postData()))
  await page.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(page.getByText(/^Enviado · último contato/)).toBeVisible()
  expect(new Set(ids).size).toBe(1)
  expect(ids).toHaveLength(2)
  const { rows } = await office.tasks.listUnits.query({ itemId })
  expect(rows.filter(({ status }) => status === 'concluded')).toHaveLength(1)
  await request.dispose()
})

test('field: a session that ended leads back here @phone', async ({ page }) => {
  await page.goto('/field')
  await expect(page.getByRole('link', { name: 'Entre de novo' })).toHaveAttribute('href', '/sign-in?next=/field')
})

test('field: nothing is out of reach in three themes at 320 px @phone', async ({ page, playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL })
  const { subject } = await fieldOrder(request, 12, { requiredPhotos: 1, requiresSignature: true })
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page)
  for (const theme of ['Claro', 'Escuro', 'Sol']) {
    await page.getByRole('button', { name: 'Mais opções' }).click()
    await page.getByRole('dialog').getByText(theme, { exact: true }).click()
    await examine(page)
    await page.keyboard.press('Escape')
    await examine(page)
    await cardOf(page, subject).getByRole('button', { name: subject }).click()
    await examine(page)
    await page.getByRole('button', { name: 'Concluir próxima' }).click()
    await examine(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Não foi possível' }).click()
    await examine(page)
    await page.getByRole('button', { name: 'Voltar' }).click()
    await page.getByRole('button', { name: 'Hoje' }).click()
    await page.getByRole('button', { name: 'Agenda' }).click()
    await examine(page)
    await page.getByRole('button', { name: 'Hoje' }).click()
  }
  await request.dispose()
})

async function examine(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('nextjs-portal')
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
  const { beside, small } = await page.evaluate(() => ({
    beside: document.documentElement.scrollWidth - window.innerWidth,
    small: [
      ...document.querySelectorAll('.fw :is(button, a, summary, label.choice, label.check, label.shot, textarea)'),
    ]
      .map((box) => ({ box: box.getBoundingClientRect(), words: box.textContent }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ words }) => words),
  }))
  expect({ beside, small }).toEqual({ beside: 0, small: [] })
}
