import { expect, it } from 'vitest'
import { importFields, importRegisters } from '@/contract/imports'
import words from '@/i18n/pt-BR/imports.json'
import { guessMapping, linesOfSheet, refusalsOfMapping } from './import-rules'

it.each(importRegisters)('the template of %s is understood column by column', (register) => {
  const fields = importFields[register]
  expect(
    guessMapping(
      register,
      fields.map((field) => words.fields[field]),
    ),
  ).toEqual([...fields])
})

it('no column is taken twice, and what nothing fits stays open', () => {
  expect(guessMapping('customers', ['CPF', 'CNPJ', 'Código antigo', 'Telefone', 'Celular', ''])).toEqual([
    null,
    'taxId',
    null,
    'phone',
    null,
    null,
  ])
})

it('a correction stands for its cell, and an empty one for nothing there', () => {
  const sheet = { headers: ['Nome', 'E-mail'], rows: [{ line: 2, cells: ['Ana', 'ana@'] }] }
  const lines = linesOfSheet(sheet, {
    mapping: ['name', 'email'],
    corrections: [
      { line: 2, field: 'name', value: ' Ana\u0000 Lima ' },
      { line: 2, field: 'email', value: ' ' },
    ],
  })
  expect(lines).toEqual([{ line: 2, cells: { name: 'Ana Lima' } }])
})

it('the legal name stands for the name, and nothing for the price', () => {
  expect(refusalsOfMapping('customers', ['legalName'])).toEqual([])
  expect(refusalsOfMapping('customers', ['email']).map(({ field }) => field)).toEqual(['name'])
  expect(refusalsOfMapping('services', ['code', 'description']).map(({ field }) => field)).toEqual(['unitPrice'])
})
