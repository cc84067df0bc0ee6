import { describe, expect, it } from 'vitest'
import { type InvoiceStatus, invoiceStatuses } from '@/contract/invoices'
import { patienceAfter } from './ask-again-at'
import { reasonText } from './cancel-invoice'
import { competenceDay, competenceMonths } from './competence-day'
import {
  type InvoiceState,
  refusalsToCancel,
  refusalsToCompetence,
  refusalsToCorrect,
  refusalsToGiveUp,
  refusalsToReplace,
  refusalsToResend,
} from './rules'

const note = (status: InvoiceStatus, replacedBy: number | null = null): InvoiceState => ({
  id: 'n',
  number: 7,
  status,
  isAwaitingAuthority: false,
  replacedBy,
})

describe('what a note in each state allows', () => {
  const cancel = (invoice: InvoiceState) =>
    refusalsToCancel({ ...invoice, taskIds: new Set() }, { code: 1, text: '', reopenTaskIds: [] })
  it.each<[string, (invoice: InvoiceState) => unknown[], InvoiceStatus[]]>([
    ['correct', refusalsToCorrect, ['rejected']],
    ['give up', refusalsToGiveUp, ['draft', 'rejected']],
    ['cancel', cancel, ['authorised']],
    ['replace', refusalsToReplace, ['authorised']],
    ['resend', refusalsToResend, ['processing', 'cancellation_requested']],
  ])('%s', (_, refusals, allowed) => {
    expect(invoiceStatuses.filter((status) => refusals(note(status)).length === 0)).toEqual(allowed)
  })

  it('neither cancels nor replaces a note that is being replaced', () => {
    expect([cancel(note('authorised', 9)), refusalsToReplace(note('authorised', 9))]).toEqual(
      Array(2).fill([{ code: 'INVOICE_BEING_REPLACED', params: { invoice: 9 } }]),
    )
  })
})

describe('the reasons of a cancellation (F10)', () => {
  const codes = (input: Parameters<typeof refusalsToCancel>[1]) =>
    refusalsToCancel({ ...note('authorised'), taskIds: new Set(['a', 'b']) }, input).map(({ code }) => code)
  it('1 reopens nothing', () => {
    expect(codes({ code: 1, text: '', reopenTaskIds: [] })).toEqual([])
    expect(codes({ code: 1, text: '', reopenTaskIds: ['a'] })).toEqual(['REFERENCE_NOT_FOUND'])
  })
  it('2 asks which units were not done', () => {
    expect(codes({ code: 2, text: '', reopenTaskIds: [] })).toEqual(['UNITS_TO_REOPEN_REQUIRED'])
    expect(codes({ code: 2, text: '', reopenTaskIds: ['b'] })).toEqual([])
  })
  it('9 wants 15 characters and leaves the units to the person', () => {
    expect(codes({ code: 9, text: 'x'.repeat(14), reopenTaskIds: ['z'] })).toEqual([
      'CANCEL_TEXT_TOO_SHORT',
      'REFERENCE_NOT_FOUND',
    ])
    expect(codes({ code: 9, text: 'x'.repeat(15), reopenTaskIds: [] })).toEqual([])
  })
  it('the authority gets 15 characters or more', () => {
    expect([reasonText(1, ''), reasonText(2, 'Sala 3'), reasonText(1, 'Valor digitado errado')]).toEqual([
      'Erro na emissão',
      'Serviço não prestado: Sala 3',
      'Valor digitado errado',
    ])
  })
})

describe('the competence (F16)', () => {
  it('is today, or the last day of a month that has passed', () => {
    expect([
      competenceDay(undefined, '2026-11-24'),
      competenceDay('2026-11', '2026-11-24'),
      competenceDay('2026-02', '2026-11-24'),
    ]).toEqual(['2026-11-24', '2026-11-24', '2026-02-28'])
  })
  it('warns of units concluded in another month', () => {
    expect(competenceMonths(['2026-11-03', '2026-10-30'], '2026-11')).toEqual({
      months: ['2026-10', '2026-11'],
      differs: true,
    })
    expect(competenceMonths(['2026-11-03'], '2026-11').differs).toBe(false)
  })
  it('is no month that has not come', () => {
    expect(refusalsToCompetence('2026-12', '2026-11-24').map(({ code }) => code)).toEqual(['COMPETENCE_IN_FUTURE'])
    expect(refusalsToCompetence('2026-11', '2026-11-24')).toEqual([])
  })
})

it('asks the authority soon at first, then patiently', () => {
  expect([1, 2, 3, 4, 5, 6, 99].map(patienceAfter)).toEqual([5, 15, 60, 120, 300, 900, 900])
})
