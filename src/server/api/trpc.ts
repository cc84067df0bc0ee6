import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { v5 } from 'uuid'
import type { z } from 'zod'
import type { CommandInput, RefusalData } from '@/contract/errors'
import { appDoor } from '@/server/db/client'
import { runCommand } from '@/server/domain/commands/run-command'
import { type Actor, actorIdOf, type Ctx, contextOf } from '@/server/domain/context'
import { domainErrorOf } from '@/server/domain/domain-error-of'
import { DomainError } from '@/server/domain/refusal'
import { refusalData, refusalOfDomain, trpcCodeOf } from './refusal-data'
import { requireActor } from './require-actor'

/** Who asks, from where. `screenCompanyId` is the company that the calling screen shows, when it says so. */
export type RequestContext = {
  actor: Actor | null
  screenCompanyId: string | null
  timeZone?: string
  /** The caller's network address, where there is a request. */
  address?: string
  requestId: string
}

const t = initTRPC.context<RequestContext>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => {
    const refusal = refusalData(error, ctx?.requestId)
    return {
      ...shape,
      message: refusal.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal },
    }
  },
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

// Outside the transaction: what left it is final, and becomes the answer here.
const mapped = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw asTRPCError(result.error)
  return result
})

/** For the few procedures that a signed-out visitor may call. */
export const publicProcedure = mapped

const signedIn = mapped.use(({ ctx, next }) => {
  return next({ ctx: { ...ctx, actor: requireActor(ctx) } })
})

/** For the few that work without a transaction of the company: they are about the session itself. */
export const signedInProcedure = signedIn

/** A read: one transaction of the caller's company that cannot write. */
export function question<Schema extends z.ZodType, Result>(
  schema: Schema,
  ask: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>,
) {
  return signedIn.input(schema).query(async ({ ctx: { actor, timeZone }, input }) => {
    const scope = { companyId: actor.companyId, actorId: actorIdOf(actor), mode: 'read' as const }
    return appDoor().inTransactionWithRetry(scope, (tx) =>
      ask(contextOf(tx, actor, new Date(), timeZone), input as z.output<Schema>),
    )
  })
}

/**
 * A gesture: one command, one transaction, one effect. A repetition of the command id answers what the first one answered,
 * but for `secretKeys` of the input and the result, which are never stored.
 */
export function command<Schema extends z.ZodType<CommandInput>, Result>(
  schema: Schema,
  act: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>,
  { secretKeys }: { secretKeys?: readonly string[] } = {},
) {
  return signedIn.input(schema).mutation(async ({ ctx: { actor, timeZone }, input, path }) => {
    const values = input as z.output<Schema>
    const { commandId, ...rest } = values
    const scope = { companyId: actor.companyId, actorId: actorIdOf(actor), mode: 'write' as const, commandId }
    const outcome = await appDoor().inTransactionWithRetry(scope, (tx) =>
      runCommand(tx, { actor, id: commandId, kind: path, input: rest, secretKeys }, (inner) =>
        act(contextOf(inner, actor, new Date(), timeZone), values),
      ),
    )
    if (outcome.outcome === 'refused') throw outcome.error
    return outcome.result
  })
}

/** The answer of one member of a bulk gesture. */
export type BulkAnswer<Result> = { id: string } & (
  | { outcome: 'done'; result: Result }
  | { outcome: 'refused'; refusal: RefusalData }
)

/**
 * A gesture over many roots, each in its own transaction under a command id derived from the gesture's (G12, R2): one that is
 * refused does not undo the others, and sending the gesture again answers what happened.
 */
export function bulkCommand<Schema extends z.ZodType<CommandInput & { ids: string[] }>, Result>(
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.output<Schema>) => Promise<Result>,
) {
  return signedIn.input(schema).mutation(async ({ ctx: { actor, timeZone, requestId }, input, path }) => {
    const values = input as z.output<Schema>
    const { commandId, ids, ...rest } = values
    const answers: BulkAnswer<Result>[] = []
    for (const id of new Set(ids)) {
      const memberId = v5(id, commandId)
      const scope = {
        companyId: actor.companyId,
        actorId: actorIdOf(actor),
        mode: 'write' as const,
        commandId: memberId,
      }
      try {
        const outcome = await appDoor().inTransactionWithRetry(scope, (tx) =>
          runCommand(tx, { actor, id: memberId, kind: path, input: { ...rest, id } }, (inner) =>
            act(contextOf(inner, actor, new Date(), timeZone), id, values),
          ),
        )
        if (outcome.outcome === 'refused') throw outcome.error
        answers.push({ id, outcome: 'done', result: outcome.result })
      } catch (error) {
        const reason = error instanceof DomainError ? error : domainErrorOf(error)
        if (!reason) throw error
        answers.push({ id, outcome: 'refused', refusal: refusalOfDomain(reason, requestId) })
      }
    }
    return answers
  })
}

function asTRPCError(error: TRPCError): TRPCError {
  const cause = error.cause instanceof DomainError ? error.cause : domainErrorOf(error.cause)
  if (!cause) return error
  return new TRPCError({ code: trpcCodeOf(cause.code), message: cause.code, cause })
}
