import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import type { RefusalData } from '@/contract/errors'
import { refusalData } from '@/server/api/refusal-data'
import { appRouter } from '@/server/api/root'
import { createCallerFactory } from '@/server/api/trpc'
import type { Actor } from '@/server/domain/context'

/** A procedure as the tests that call all of them need it. */
export type WalkedProcedure = { path: string; type: 'query' | 'mutation'; schema: z.ZodType }

/** What a call answered: a value, or the refusal as a caller over HTTP reads it. */
export type Answer = { value: unknown; refusal?: undefined } | { refusal: RefusalData; trpcCode: TRPCError['code'] }

const createCaller = createCallerFactory(appRouter)

/** Every procedure of the product. */
export const procedures: readonly WalkedProcedure[] = Object.entries(appRouter._def.procedures).map(
  ([path, procedure]) => {
    const { type, inputs } = (procedure as unknown as { _def: { type: 'query' | 'mutation'; inputs: z.ZodType[] } })
      ._def
    const [schema] = inputs
    if (!schema) throw new Error(`${path} takes no input: every procedure has a strict schema`)
    return { path, type, schema }
  },
)

/** Calls one procedure in process, with the same formatting of errors as over HTTP. */
export async function callProcedure(
  actor: Actor | null,
  path: string,
  input: unknown,
  { screenCompanyId = null }: { screenCompanyId?: string | null } = {},
): Promise<Answer> {
  const caller = createCaller({ actor, screenCompanyId, requestId: 'request-of-a-test' })
  const [noun = '', verb = ''] = path.split('.')
  const nouns = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  try {
    return { value: await nouns[noun]?.[verb]?.(input) }
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return { refusal: refusalData(error, 'request-of-a-test'), trpcCode: error.code }
  }
}
