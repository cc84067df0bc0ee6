import type { TRPCError } from '@trpc/server'
import { createTranslator } from 'use-intl/core'
import { ZodError } from 'zod'
import { type ErrorCode, errorCodes, isErrorCode, type Refusal, type RefusalData } from '@/contract/errors'
import { locale } from '@/i18n/locale'
import errors from '@/i18n/pt-BR/errors.json'
import { DomainError } from '@/server/domain/refusal'

const translate = createTranslator({ locale, messages: { errors }, namespace: 'errors' })

/** What the caller reads of a failure: a stable code, a Portuguese sentence, every blocker; never an internal text. */
export function refusalData(error: TRPCError, requestId?: string): RefusalData {
  const { cause } = error
  if (cause instanceof DomainError) return refusalOfDomain(cause, requestId)
  if (cause instanceof ZodError) return fromInput(cause)
  const code = codeOfTransport[error.code] ?? 'INTERNAL'
  return {
    code,
    message: sentence({ code, params: { requestId: requestId ?? '' } }),
    blockers: [],
    requestId,
  }
}

/** The tRPC code that carries a code of ours. */
export const trpcCodeOf = (code: ErrorCode): (typeof errorCodes)[ErrorCode] => errorCodes[code]

/** The Portuguese sentence of one reason. */
export function sentence({ code, params }: Pick<Refusal, 'code' | 'params'>): string {
  return translate(code, params as never)
}

/** The same, for a refusal that is one answer among several. */
export function refusalOfDomain({ code, params, blockers }: DomainError, requestId?: string): RefusalData {
  const told = blockers.map((blocker) => ({ ...blocker, message: sentence(blocker) }))
  return { code, message: sentence({ code, params }), params, blockers: told, requestId }
}

// Only the field's name and the kind of fault leave the server: a schema's own text is English.
function fromInput(error: ZodError): RefusalData {
  const faults = error.issues.map(({ message, path }) => {
    const blocker: Refusal = {
      code: isErrorCode(message) ? message : 'INVALID_INPUT',
      field: path.map(String).join('.'),
    }
    return { ...blocker, message: sentence(blocker) }
  })
  // A value is often wrong for several checks of its schema at once; the person hears it once.
  const blockers = [...new Map(faults.map((fault) => [`${fault.field} ${fault.code}`, fault])).values()]
  return { code: 'INVALID_INPUT', message: sentence({ code: 'INVALID_INPUT' }), blockers }
}

const codeOfTransport: Partial<Record<TRPCError['code'], ErrorCode>> = {
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  METHOD_NOT_SUPPORTED: 'NOT_FOUND',
  BAD_REQUEST: 'INVALID_INPUT',
  PARSE_ERROR: 'INVALID_INPUT',
  PAYLOAD_TOO_LARGE: 'INVALID_INPUT',
  UNSUPPORTED_MEDIA_TYPE: 'INVALID_INPUT',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  SERVICE_UNAVAILABLE: 'UNAVAILABLE',
  TIMEOUT: 'UNAVAILABLE',
}
