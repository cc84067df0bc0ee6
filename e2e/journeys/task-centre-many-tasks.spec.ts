import { expect, type Page, test } from '@playwright/test'
import { uuidv7 } from '@/lib/uuid'
import { billableOrder } from '../fixtures/billable-order'
import { fieldOrder } from '../fixtures/field-order'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

const selected = (page: Page) => page.getByRole('region', { name: 'Ações para os selecionados' })

/** Finds the one item with this subject and chooses all its tasks. */
async function choose(page: Page, address: string, subject: string, isMobile: boolean) {
  await openPage(page, address)
  if (isMobile) await page.getByRole('button', { name: 'Selecionar', exact: true }).click()
  await page.getByRole('checkbox', { name: `Selecionar ${subject}` }).check()
}

test('R2 the office plans and concludes many tasks in one gesture, and each task answers for itself', async ({
  page,
  isMobile,
}) => {
  const { subject, taskIds, office } = await fieldOrder(3)
  await office.tasks.concludeMany.mutate({ commandId: uuidv7(), taskIds: taskIds.slice(0, 1), reason: 'Feita antes' })
  await signIn(page, sessionOf('coordinator'))
  const list = `/tasks?q=${encodeURIComponent(subject)}`
  await choose(page, list, subject, isMobile)
  await expect(selected(page).getByText('2 selecionados')).toBeVisible()

  await selected(page).getByRole('button', { name: 'Agendar' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Agendar 2 tarefas' }).click()
  await expect(dialog.getByText('Preencha este campo')).toBeVisible()
  await dialog.getByLabel(/^Dia/).fill(isMobile ? '2026-12-15' : '15/12/2026')
  await dialog.getByLabel(/^Hora/).fill('08:30')
  await dialog.getByRole('button', { name: 'Agendar 2 tarefas' }).dblclick()
  await expect(dialog.getByText('2 tarefas agendadas.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Fechar' }).last().click()

  await choose(page, list, subject, isMobile)
  await selected(page).getByRole('button', { name: 'Concluir', exact: true }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Concluir 2 tarefas' }).click()
  await expect(question.getByText('Escreva ao menos 1 caractere')).toBeVisible()
  await question.getByRole('textbox', { name: /^Motivo/ }).fill('Confirmado por telefone')
  await question.getByRole('button', { name: 'Concluir 2 tarefas' }).dblclick()
  await expect(dialog.getByText('2 tarefas concluídas pelo escritório.')).toBeVisible()
  const { rows } = await office.tasks.list.query({ q: subject, view: 'concludedToday' })
  expect(rows[0]).toMatchObject({ concluded: 3, generated: 3, matching: 3 })
})

test('R4 reopening says which tasks are on a note, and opens a rework from there', async ({ page, isMobile }) => {
  const { office, id, items, number, conclude } = await billableOrder({ units: 2, concluded: 1 })
  const [{ taskIds, subject } = { taskIds: [], subject: '' }] = items
  await office.invoices.issueMany.mutate({ commandId: uuidv7(), ids: [id] })
  await conclude(taskIds.slice(1))
  await signIn(page, sessionOf('coordinator'))
  await choose(page, `/tasks?view=concludedToday&salesOrderId=${id}`, `${subject}, pedido ${number}`, isMobile)
  await selected(page).getByRole('button', { name: 'Reabrir' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('textbox', { name: /^Motivo/ }).fill('Cliente reclamou')
  await question.getByRole('button', { name: 'Reabrir 2 tarefas' }).click()
  const report = page.getByRole('dialog', { name: /^Resultado/ })
  await expect(report.getByText('1 tarefa reaberta.')).toBeVisible()
  await expect(report.getByText('1 tarefa recusada, pelo motivo abaixo.')).toBeVisible()
  await expect(report.getByText(/A tarefa #1 está na nota \d+ e não pode ser reaberta/).first()).toBeVisible()
  await report.getByRole('button', { name: 'Abrir retrabalho' }).first().click()
  const rework = page.getByRole('dialog', { name: 'Abrir retrabalho' })
  await rework.getByRole('textbox', { name: /^O que refazer/ }).fill('Refazer a emenda')
  await rework.getByRole('button', { name: 'Abrir retrabalho' }).click()
  await expect(report.getByText('Retrabalho aberto', { exact: true })).toBeVisible()
})

test('a task opens over the list by its address, with its story, and Back closes it', async ({ page }) => {
  const { subject, itemId, taskIds, office } = await fieldOrder(2, { requiresReport: true })
  const [first = ''] = taskIds
  await signIn(page, sessionOf('coordinator'))
  await openPage(page, `/tasks?q=${encodeURIComponent(subject)}&item=${itemId}`)
  await page.getByRole('link', { name: subject }).first().click()
  const panel = page.getByRole('dialog', { name: subject })
  await expect(panel.getByText('Unidade 1 de 2')).toBeVisible()
  await expect(panel.getByText('Para concluir: relato.')).toBeVisible()
  await expect(panel.getByText('atribuiu a tarefa a Davi Moreira')).toBeVisible()
  await page.goBack()
  await expect(panel).toBeHidden()

  await openPage(page, `/tasks?task=${first}`)
  await panel.getByRole('button', { name: 'Concluir pelo escritório' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('textbox', { name: /^Motivo/ }).fill('Relato por telefone')
  await question.getByRole('button', { name: 'Concluir tarefa' }).click()
  await expect(panel.getByText('Concluída pelo escritório')).toBeVisible()
  expect(await office.tasks.get.query({ taskId: first })).toMatchObject({ status: 'concluded' })
})

test('the office makes a task by hand, and whoever may only read is not offered to', async ({ page }) => {
  const subject = `Visita técnica ${uuidv7().slice(-6)}`
  await signIn(page, sessionOf('seller'))
  await openPage(page, '/tasks')
  await expect(page.getByRole('heading', { name: 'Tarefas', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Nova tarefa/ })).toBeHidden()

  await signIn(page, sessionOf('coordinator'))
  await openPage(page, '/tasks')
  await page
    .getByRole('button', { name: /^Nova tarefa/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Nova tarefa' })
  const create = dialog.getByRole('button', { name: /^Criar tarefa/ })
  await create.click()
  await expect(dialog.getByRole('alert')).toContainText('2 campos precisam de correção')
  await dialog.getByRole('combobox', { name: /^Tipo de tarefa/ }).selectOption({ index: 1 })
  await dialog.getByRole('textbox', { name: /^Assunto/ }).fill(subject)
  await create.dblclick()
  await expect(page.getByRole('dialog', { name: subject })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('dialog', { name: subject })).toBeVisible()
})
