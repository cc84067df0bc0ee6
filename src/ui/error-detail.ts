/** What an error says about itself, whatever its kind: the server's refusal (duck-typed), its sentence, a code to quote and the refusal's own code. */
export type ErrorDetail = { sentence: string | null; code: string | null; refusal: string | null }

/** Reads `error.data.refusal` where there is one, and Next's `digest` otherwise. */
export function errorDetail(error: unknown): ErrorDetail {
  const refusal = member(member(error, 'data'), 'refusal')
  const sentence = text(member(refusal, 'message'))
  const code = text(member(refusal, 'requestId')) ?? text(member(error, 'digest'))
  return { sentence, code, refusal: text(member(refusal, 'code')) }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
