import type { ImportRegister } from '@/contract/imports'
import { answerImport } from '@/server/api/answer-import'

/** What a check asks for when nothing else is said. */
export const standard = { duplicates: 'skip', corrections: [] }

/** Sends a sheet to the route as an internal tool does. */
export async function sendSheet(
  token: string,
  register: ImportRegister,
  file: string | Uint8Array,
  request: object,
  { accept = 'application/json' } = {},
) {
  const form = new FormData()
  form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'planilha.csv')
  form.set('request', JSON.stringify(request))
  const sent = new Request(`http://localhost/api/imports/${register}`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${token}`, accept },
  })
  return answerImport(sent, { params: Promise.resolve({ register }) })
}
