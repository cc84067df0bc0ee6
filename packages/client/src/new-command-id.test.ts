import { expect, it } from 'vitest'
import { newCommandId } from './new-command-id'

it('makes distinct ids of version 7 that are ordered by time', async () => {
  const ids = Array.from({ length: 1_000 }, newCommandId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
  await new Promise((resolve) => setTimeout(resolve, 2))
  expect(newCommandId() > (ids[0] ?? '')).toBe(true)
})
