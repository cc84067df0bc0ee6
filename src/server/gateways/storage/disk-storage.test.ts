import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskStorage } from './disk-storage'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'storage-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('keeps bytes under their key, the first ones for good, and leaves no drafts', async () => {
  const storage = diskStorage(folder)
  await Promise.all(Array.from({ length: 8 }, () => storage.put('ab/cd', Buffer.from('one'))))
  await storage.put('ab/cd', Buffer.from('two'))
  expect(Buffer.from((await storage.get('ab/cd')) ?? []).toString()).toBe('one')
  expect(await readdir(path.join(folder, 'ab'))).toEqual(['cd'])
  expect(await storage.get('ab/none')).toBeNull()
})

it.each(['../up', '/etc/passwd', 'a/../../b', 'A', ''])('refuses the key %j', async (key) => {
  await expect(diskStorage(folder).get(key)).rejects.toThrow(TypeError)
})
