import { describe, expect, it } from 'vitest'
import type { QuoteStatus } from '@/contract/quotes'
import {
  discountOfPart,
  type QuoteState,
  refusalsToConvert,
  refusalsToStep,
  refusalsToTake,
  shownStatus,
} from './rules'

const today = '2026-11-24'
const quote = (status: QuoteStatus, validUntil = '2026-12-24'): QuoteState => ({
  number: 2088,
  status,
  validUntil,
  salesOrderId: status === 'converted' ? 'order' : null,
  salesOrderNumber: status === 'converted' ? 10498 : null,
})

describe('a quote', () => {
  it('is expired by its date alone, while it was sent or approved', () => {
    expect(shownStatus(quote('sent', '2026-11-23'), today)).toBe('expired')
    expect(shownStatus(quote('approved', today), today)).toBe('approved')
    expect(shownStatus(quote('draft', '2026-11-01'), today)).toBe('draft')
    expect(shownStatus(quote('lost', '2026-11-01'), today)).toBe('lost')
  })

  it('D9 converts from sent or approved, and not when it has expired', () => {
    expect(refusalsToConvert(quote('sent'), today)).toEqual([])
    expect(refusalsToConvert(quote('approved'), today)).toEqual([])
    for (const other of [quote('draft'), quote('lost'), quote('sent', '2026-11-23')]) {
      expect(refusalsToConvert(other, today)).toEqual([{ code: 'QUOTE_NOT_CONVERTIBLE' }])
    }
  })

  it('G17 points to its order once it was converted', () => {
    const refusal = {
      code: 'QUOTE_ALREADY_CONVERTED',
      params: { quote: 2088, number: 10498 },
      action: { kind: 'open_order', id: 'order', number: 10498 },
    }
    expect(refusalsToConvert(quote('converted'), today)).toEqual([refusal])
    expect(refusalsToStep(quote('converted'), 'lose')).toEqual([refusal])
  })

  it('goes from draft over sent to approved, and back to draft', () => {
    expect(refusalsToStep(quote('draft'), 'send')).toEqual([])
    expect(refusalsToStep(quote('draft'), 'approve')).toEqual([{ code: 'QUOTE_TRANSITION_NOT_ALLOWED' }])
    expect(refusalsToStep(quote('lost'), 'reopen')).toEqual([])
    expect(refusalsToStep(quote('lost'), 'send')).toEqual([{ code: 'QUOTE_TRANSITION_NOT_ALLOWED' }])
  })
})

describe('what an order takes of an item', () => {
  it('G17 is no more than was quoted', () => {
    const item = { position: 3, quantity: '120.5000' }
    expect(refusalsToTake(item, '120,5', 'f')).toEqual([])
    expect(refusalsToTake(item, '121', 'f')).toEqual([
      { code: 'QUOTE_QUANTITY_ABOVE', params: { item: 3, available: '120,5', wanted: '121' }, field: 'f' },
    ])
  })

  it('D4 brings its part of the discount', () => {
    expect(discountOfPart({ quantity: '10.0000', discountCents: 1_000 }, '8')).toBe(800)
    expect(discountOfPart({ quantity: '3.0000', discountCents: 100 }, '3')).toBe(100)
    expect(discountOfPart({ quantity: '2.0000', discountCents: 5 }, '1')).toBe(2)
  })
})
