import { expect, it } from 'vitest'
import { optionalText, plainText, requiredText } from './text-fields'

it('a text of marks that show nothing is empty', () => {
  const unseen = '\u200B \u2060\uFEFF'
  expect(requiredText(10).safeParse(unseen).success).toBe(false)
  expect(plainText(10).parse(unseen)).toBe('')
  expect(optionalText(10).parse(unseen)).toBeNull()
})

it('marks that turn round what stands beside them are taken out; accents and emoji stay', () => {
  expect(requiredText(40).parse(' Ar\u202Econdicionado\u2066 ')).toBe('Arcondicionado')
  expect(requiredText(40).parse('Manutenção 👩‍🔧')).toBe('Manutenção 👩‍🔧')
})
