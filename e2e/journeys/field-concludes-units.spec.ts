import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { fieldOrder } from '../fixtures/field-order'
import { cardOf, openField } from '../fixtures/field-screen'
import type { OfficeClient } from '../fixtures/office-client'

async function concludedOf(office: OfficeClient, itemId: string): Promise<number[]> {
  const { rows } = await office.tasks.listUnits.query({ itemId })
  return rows.flatMap(({ status, unitNo }) => (status === 'concluded' && unitNo !== null ? [unitNo] : []))
}

test('field: one unit in one tap, taken back in another; the chosen ones; fifteen in three @phone', async ({
  page,
}) => {
  const { subject, itemId, office } = await fieldOrder(18)
  const concluded = () => concludedOf(office, itemId)
  await openField(page)
  const card = cardOf(page, subject)
  await expect(card.getByText('0 de 18 concluídas')).toBeVisible()

  await card.getByRole('button', { name: 'Concluir próxima' }).click()
  await expect(card.getByText('1 de 18 concluídas')).toBeVisible()
  await expect.poll(concluded).toEqual([1])
  await page.getByRole('button', { name: 'Desfazer' }).click()
  await expect(card.getByText('0 de 18 concluídas')).toBeVisible()
  await expect.poll(concluded).toEqual([])

  await card.getByRole('button', { name: /Escolher unidades/ }).click()
  for (const unit of [2, 4, 7]) await page.getByRole('button', { name: `Unidade ${unit}, aberta` }).click()
  await page.getByRole('button', { name: 'Concluir 3' }).click()
  await expect.poll(concluded).toEqual([2, 4, 7])
  await page.getByRole('button', { name: 'Hoje' }).click()
  await expect(card.getByText('3 de 18 concluídas')).toBeVisible()

  await card.getByRole('button', { name: /Escolher 1, 5, 10 ou todas/ }).click()
  await page.getByRole('button', { name: 'Todas (15)', exact: true }).click()
  await card.getByRole('button', { name: 'Concluir 15' }).click()
  await expect(card).toBeHidden()
  await expect.poll(async () => (await concluded()).length).toBe(18)
  await page.getByText(/Itens concluídos/).click()
  await expect(page.getByRole('button', { name: new RegExp(subject) })).toContainText('Concluída')
})

test('field: asks for what is missing, all at once, and keeps it over a reload @phone', async ({ page }) => {
  const checklist = ['Área limpa', 'Ponto identificado']
  const demands = { requiredPhotos: 1, requiresReport: true, requiresSignature: true, checklist }
  const { subject, taskIds, office } = await fieldOrder(5, demands)
  await openField(page)
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
  for (const step of checklist) await sheet.getByLabel(step).check()
  await sheet.getByRole('button', { name: 'Digitar o nome' }).click()
  await sheet.getByLabel('Nome de quem assina').fill('Marta Ribeiro')
  await sheet.getByRole('button', { name: 'Concluir 5' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^5 concluídas/ })).toBeVisible()

  const read = () => office.tasks.get.query({ taskId: taskIds[0] ?? '' })
  await expect.poll(async () => (await read()).status).toBe('concluded')
  expect(await read()).toMatchObject({
    report: 'Pontos testados.',
    photos: [{}],
    evidence: [{ signerName: 'Marta Ribeiro', checklist: [{ isDone: true }, { isDone: true }] }],
  })
})

test('field: tells what was not possible, with a new day @phone', async ({ page }) => {
  const { subject, taskIds, office } = await fieldOrder(2)
  await openField(page)
  const card = cardOf(page, subject)
  await card.getByRole('button', { name: 'Não foi possível' }).click()
  await page.getByRole('button', { name: /^Registrar/ }).click()
  await expect(page.getByText('Escolha o que aconteceu.')).toBeVisible()
  await expect(page.getByText('Escolha a nova data ou “A combinar”.')).toBeVisible()
  await page.getByLabel('Cliente ausente').check()
  await page.getByLabel(/^Amanhã/).check()
  await page.getByLabel(/Nota/).fill('volta às 15:00')
  await page.getByRole('button', { name: /^Remarcar 2 para/ }).click()
  await expect(card).toBeHidden()
  const read = () => office.tasks.get.query({ taskId: taskIds[1] ?? '' })
  await expect.poll(async () => (await read()).status).toBe('not_done')
  expect(await read()).toMatchObject({ attempts: 1, notDoneReason: 'Cliente ausente: volta às 15:00' })
})

test('field: without an answer the same command waits and is sent again @phone', async ({ page }) => {
  const { subject, itemId, office } = await fieldOrder(3)
  await openField(page)
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
  expect(await concludedOf(office, itemId)).toEqual([1])
})

test('field: a session that ended leads back here @phone', async ({ page }) => {
  await page.goto('/field')
  await expect(page.getByRole('link', { name: 'Entre de novo' })).toHaveAttribute('href', '/sign-in?next=/field')
})
