import type { RefusalData } from '@/contract/errors'
import type { ImportRegister, ImportRequest } from '@/contract/imports'
import { signalSessionEnd } from '@/trpc/session-signal'

export type Progress = { done: number; total: number }

/** What came of one step: its answer, a refusal, or no answer, after which the effect is unknown. */
export type Delivery<Answer> =
  | { outcome: 'done'; answer: Answer }
  | { outcome: 'refused'; refusal: RefusalData }
  | { outcome: 'unknown' }

type Sent = {
  companyId: string | null
  register: ImportRegister
  file: Blob
  request: ImportRequest
  onProgress?: (progress: Progress) => void
}

/** Sends the sheet with what is asked of it, and hears how far it is. Never rejects. */
export async function sendSheet<Answer>({
  companyId,
  register,
  file,
  request,
  onProgress,
}: Sent): Promise<Delivery<Answer>> {
  const form = new FormData()
  form.set('file', file)
  form.set('request', JSON.stringify(request))
  try {
    const response = await fetch(`/api/imports/${register}`, {
      method: 'POST',
      body: form,
      headers: {
        accept: 'application/x-ndjson',
        'x-empreita': 'web',
        ...(companyId ? { 'x-empreita-company': companyId } : {}),
      },
      signal: AbortSignal.timeout(120_000),
    })
    const last = await lastLine<Answer>(response, onProgress)
    if (last?.result) return { outcome: 'done', answer: last.result }
    if (!last?.refusal) return { outcome: 'unknown' }
    noticeSessionEnd(last.refusal)
    return isOfTheMoment(last.refusal) ? { outcome: 'unknown' } : { outcome: 'refused', refusal: last.refusal }
  } catch {
    return { outcome: 'unknown' }
  }
}

type Line<Answer> = { progress?: Progress; result?: Answer; refusal?: RefusalData }

async function lastLine<Answer>(response: Response, onProgress?: Sent['onProgress']): Promise<Line<Answer> | null> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let last: Line<Answer> | null = null
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      last = JSON.parse(line) as Line<Answer>
      if (last.progress) onProgress?.(last.progress)
    }
  }
  // A refusal before any work is one JSON text without the end of a line.
  return rest.trim() === '' ? last : (JSON.parse(rest) as Line<Answer>)
}

function noticeSessionEnd({ code }: RefusalData) {
  if (code === 'COMPANY_CHANGED') signalSessionEnd('company_changed')
  if (code === 'UNAUTHENTICATED') signalSessionEnd('signed_out')
}

const isOfTheMoment = ({ code }: RefusalData) => code === 'BUSY' || code === 'UNAVAILABLE' || code === 'INTERNAL'
