import type { RefusalData } from '@/contract/errors'

export type SentLogo = { fileId: string } | { refusal: RefusalData | null }

/** Sends a picture to the company's files; a refusal of null is an answer that did not come. Never rejects. */
export async function sendLogo(file: Blob, companyId: string | null): Promise<SentLogo> {
  try {
    const response = await fetch('/api/files', {
      method: 'POST',
      body: file,
      headers: { 'x-empreita': 'web', ...(companyId ? { 'x-empreita-company': companyId } : {}) },
      signal: AbortSignal.timeout(60_000),
    })
    const answer = (await response.json()) as { id?: string; refusal?: RefusalData }
    return answer.id ? { fileId: answer.id } : { refusal: answer.refusal ?? null }
  } catch {
    return { refusal: null }
  }
}
