import { TRPCError } from '@trpc/server'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { calendarDay } from '@/contract/calendar-day'
import { createTokenInput } from '@/contract/tokens'
import { refusalData } from './refusal-data'

const refusalOf = (schema: z.ZodType, input: unknown) => {
  const { error } = schema.safeParse(input)
  return refusalData(new TRPCError({ code: 'BAD_REQUEST', cause: error }))
}

it('a value that a schema refuses is told by the code that the schema names, else as unreadable, each once', () => {
  const fields = z.strictObject({ token: createTokenInput, day: calendarDay, count: z.int().min(1) })
  const token = {
    commandId: '0192f0c5-9d0e-7c1a-8f00-000000000001',
    name: 'Painel',
    permissions: [],
    expiresOn: '2027-01-01',
  }
  const { code, blockers } = refusalOf(fields, { token, day: '2026-02-31', count: 'um' })
  expect(code).toBe('INVALID_INPUT')
  expect(blockers.map((blocker) => [blocker.field, blocker.code])).toEqual([
    ['token.permissions', 'TOKEN_PERMISSION_REQUIRED'],
    ['day', 'DATE_INVALID'],
    ['count', 'INVALID_INPUT'],
  ])
})

it('no sentence holds the name of a field in the code', () => {
  const { message, blockers } = refusalOf(z.strictObject({ issuedOn: z.string() }), {})
  expect([message, ...blockers.map((blocker) => blocker.message)].join(' ')).not.toContain('issuedOn')
})
