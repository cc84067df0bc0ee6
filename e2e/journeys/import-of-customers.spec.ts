import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../fixtures/expect-accessible'
import { openPage } from '../fixtures/open-page'
import { ownCompany } from '../fixtures/own-company'
import { signIn } from '../fixtures/sign-in'

const sheet = [
  'Cliente;CNPJ/CPF;E-mail;CEP;Endereço;Número;Bairro;Cidade;UF;Coluna nossa',
  'Padaria Sol;11.222.333/0001-81;sol@exemplo.com.br;13010-000;Rua das Acácias;10;Centro;Campinas;SP;x',
  'Clínica Lua;111.111.111-11;lua@exemplo.com.br;13010-000;Rua Ação;20;Centro;Campinas;SP;y',
  'Mercado Mar;;mar@exemplo.com.br;;;;;;;',
].join('\r\n')

async function choose(page: Page, text: string, encoding: BufferEncoding = 'latin1') {
  const buffer = Buffer.from(text, encoding)
  await page
    .getByLabel(/Escolher arquivo|Trocar arquivo/)
    .setInputFiles({ name: 'clientes.csv', mimeType: 'text/csv', buffer })
}

test('a sheet with an error in one line is put right and imported whole', async ({ page }) => {
  const { session, office } = await ownCompany()
  await signIn(page, session)
  await openPage(page, '/customers')
  await page.getByRole('link', { name: 'Importar' }).click()
  await expect(page.getByRole('heading', { name: 'Importar clientes', level: 1 })).toBeVisible()
  await choose(page, sheet)
  await expect(page.getByText('clientes.csv · 3 linhas')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Campo da coluna CNPJ/CPF' })).toHaveValue('taxId')
  await expect(page.getByRole('combobox', { name: 'Campo da coluna Coluna nossa' })).toHaveValue('')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Conferir planilha' }).click()
  await expect(page.getByText('1 erro a corrigir')).toBeVisible()
  await expect(page.getByText('CPF ou CNPJ inválido: confira os dígitos.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Importar/ })).toHaveCount(0)
  await expectAccessible(page)
  expect((await office.customers.list.query({})).counts.all).toBe(1)

  await page.getByRole('textbox', { name: 'CPF ou CNPJ da linha 3' }).fill('012.345.678-90')
  await expect(page.getByText(/confira de novo antes de importar/)).toBeVisible()
  await page.getByRole('button', { name: 'Conferir de novo' }).click()
  await expect(page.getByText('Nenhum erro. Nada foi gravado ainda.')).toBeVisible()
  await page.getByRole('button', { name: 'Importar 3 clientes' }).click()
  await expect(page.getByText('Importação concluída')).toBeVisible()
  await expect(page.getByText('3 novos · nenhum atualizado · nenhum ignorado')).toBeVisible()
  await expectAccessible(page)
  const { rows } = await office.customers.list.query({ q: 'Clínica Lua' })
  expect(rows).toMatchObject([{ taxId: '01234567890', city: 'Campinas/SP' }])

  await page.getByRole('button', { name: 'Importar outra planilha' }).click()
  await choose(page, sheet.replace('111.111.111-11', '012.345.678-90'))
  await page.getByRole('button', { name: 'Conferir planilha' }).click()
  await expect(page.getByText('3 linhas já estão cadastradas')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nada a importar' })).toBeDisabled()
})

test('what is no sheet is refused with what to do', async ({ page }) => {
  const { session } = await ownCompany()
  await signIn(page, session)
  await openPage(page, '/services/import')
  const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])
  await page
    .getByLabel('Escolher arquivo')
    .setInputFiles({ name: 'foto.xlsx', mimeType: 'image/jpeg', buffer: picture })
  await expect(page.getByRole('alert').getByText(/não é uma planilha que possamos ler/)).toBeVisible()
  await choose(page, 'Código;Descrição;Preço\nV-1;Visita;100\n', 'utf8')
  await expect(page.getByText('clientes.csv · 1 linha')).toBeVisible()
  await expect(page.getByText(/não é uma planilha/)).toHaveCount(0)
})
