import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { fieldOrder, technicianEmail } from '../fixtures/field-order'
import { demonstrationPassword } from '../fixtures/office-client'
import { waitForHydration } from '../fixtures/open-page'

/** Counts what a thumb does. */
function thumb() {
  const taps = { count: 0 }
  const tap = async (target: Locator) => {
    taps.count += 1
    await target.click()
  }
  return { taps, tap }
}

async function signIn(page: Page) {
  await page.goto('/sign-in?next=/field')
  await waitForHydration(page)
  await page.getByLabel('E-mail').fill(technicianEmail)
  await page.getByLabel('Senha', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await expect(page.getByRole('heading', { name: 'Hoje', level: 1 })).toBeVisible()
}

const cardOf = (page: Page, subject: string) => page.getByRole('article').filter({ hasText: subject })

test('field: one unit in one tap, fifteen in three, the chosen ones by hand @phone', async ({
  page,
  playwright,
  baseURL,
}) => {
  const request = await playwright.request.newContext({ baseURL })
  const { subject, itemId, office } = await fieldOrder(request, 18)
  const concluded = async () =>
    (await office.tasks.listUnits.query({ itemId })).rows.filter(({ status }) => status === 'concluded').length
  await signIn(page)
  const card = cardOf(page, subject)
  await expect(card.getByText('0 de 18 concluídas')).toBeVisible()

  const one = thumb()
  await one.tap(card.getByRole('button', { name: 'Concluir próxima' }))
  await expect(card.getByText('1 de 18 concluídas')).toBeVisible({ timeout: 1000 })
  expect(one.taps.count).toBe(1)
  await expect.poll(concluded).toBe(1)

  await page.getByRole('button', { name: 'Desfazer' }).click()
  await expect(card.getByText('0 de 18 concluídas')).toBeVisible({ timeout: 1000 })
  await expect.poll(concluded).toBe(0)

  await card.getByRole('button', { name: /Escolher unidades/ }).click()
  for (const unit of [2, 4, 7]) await page.getByRole('button', { name: `Unidade ${unit}, aberta` }).click()
  await page.getByRole('button', { name: 'Concluir 3' }).click()
  await expect.poll(concluded).toBe(3)
  await page.getByRole('button', { name: 'Hoje' }).click()
  await expect(card.getByText('3 de 18 concluídas')).toBeVisible()

  const fifteen = thumb()
  await fifteen.tap(card.getByRole('button', { name: /Escolher 1, 5, 10 ou todas/ }))
  await fifteen.tap(page.getByRole('button', { name: 'Todas (15)' }))
  await fifteen.tap(card.getByRole('button', { name: 'Concluir 15' }))
  await expect(card).toBeHidden({ timeout: 1000 })
  expect(fifteen.taps.count).toBe(3)
  await expect.poll(concluded).toBe(18)
  await page.getByText(/Itens concluídos/).click()
  await expect(page.getByRole('button', { name: new RegExp(subject) })).toContainText('Concluída')
  await request.dispose()
})

test('field: asks for what is missing, all at once, and keeps it over a reload @phone', async ({
  page,
  playwright,
  baseURL,
}) => {
  const request = await playwright.request.newContext({ baseURL })
  const demands = {
    requiredPhotos: 1,
    requiresReport: true,
    requiresSignature: true,
    checklist: ['Área limpa', 'Ponto identificado'],
  }
  const { subject, taskIds, office } = await fieldOrder(request, 5, demands)
  await signIn(page)
  await cardOf(page, subject).getByRole('button', { name: 'Concluir próxima' }).click()
  const sheet = page.getByRole('dialog', { name: `Concluir ${subject}` })
  await sheet.getByText('Todas 5').click()
  await sheet.getByRole('button', { name: 'Concluir 5' }).click()
  await expect(sheet.getByRole('alert')).toHaveText('Falta para concluir: foto, relato, checklist, assinatura')

  await sheet.getByLabel(/Relato/).fill('Pontos testados.')
  await page.reload()
  await expect(sheet.getByLabel(/Relato/)).toHaveValue('Pontos testados.')
  const photo = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#7a9' } })
    .jpeg()
    .toBuffer()
  await sheet.getByLabel('Tirar foto').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(sheet.getByText('1 foto · Enviado')).toBeVisible()
  await sheet.getByLabel('Área limpa').check()
  await sheet.getByLabel('Ponto identificado').check()
  await sheet.getByRole('button', { name: 'Digitar o nome' }).click()
  await sheet.getByLabel('Nome de quem assina').fill('Marta Ribeiro')
  await sheet.getByRole('button', { name: 'Concluir 5' }).click()
  await expect(page.getByText('5 concluídas')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Enviado' }).first()).toBeVisible()

  const task = await office.tasks.get.query({ taskId: taskIds[0] ?? '' })
  expect(task).toMatchObject({ status: 'concluded', report: 'Pontos testados.', photos: [{}] })
  expect(task.evidence).toMatchObject([
    { signerName: 'Marta Ribeiro', checklist: [{ isDone: true }, { isDone: true }] },
  ])
  await request.dispose()
})

test('field: tells what was not possible, with a new day @phone', async ({ page, playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL })
  const { subject, taskIds, office } = await fieldOrder(request, 2)
  await signIn(page)
  const card = cardOf(page, subject)
  await card.getByRole('button', { name: 'Não foi possível' }).click()
  await page.getByRole('button', { name: /^Registrar/ }).click()
  await expect(page.getByText('Escolha o que aconteceu.')).toBeVisible()
  await expect(page.getByText('Escolha a nova data ou “A combinar”.')).toBeVisible()
  await page.getByText('Cliente ausente').click()
  await page.getByText('Amanhã').click()
  await page.getByLabel(/Nota/).fill('volta às 15:00')
  await page.getByRole('button', { name: /^Remarcar 2 para/ }).click()
  await expect(card).toBeHidden()
  const read = () => office.tasks.get.query({ taskId: taskIds[1] ?? '' })
  await expect.poll(async () => (await read()).status).toBe('not_done')
  expect(await read()).toMatchObject({ attempts: 1, notDoneReason: 'Cliente ausente: volta às 15:00' })
  await request.dispose()
})

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
