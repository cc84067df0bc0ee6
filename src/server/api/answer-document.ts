import { documentRef } from '@/contract/documents'
import { actorOfRequest } from '@/server/auth/actor-of-request'
import { appDoor } from '@/server/db/client'
import { renderPaper } from '@/server/documents/render-paper'
import { actorIdOf, contextOf } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'
import { takeCalls } from './call-limits'
import { failureResponse } from './failure-response'
import { fileNameOf, readPaper, withPictures } from './load-paper'
import { paperResponse } from './paper-response'
import { isOpenedByPerson } from './same-site'

// A paper costs the machine far more than a question does.
const CALLS_OF_PAPER = 10

/** Prints a quote, an order or a service report of the caller's company as a PDF: shown, or with `?download` as a file. */
export async function answerDocument(
  request: Request,
  context: { params: Promise<{ kind: string; id: string }> },
): Promise<Response> {
  try {
    const caller = isOpenedByPerson(request) ? await actorOfRequest(request.headers) : null
    if (!caller) throw new DomainError('UNAUTHENTICATED')
    const ref = documentRef.safeParse(await context.params)
    if (!ref.success) throw new DomainError('NOT_FOUND')
    const { actor, timeZone } = caller
    if (!takeCalls(actorIdOf(actor), { calls: CALLS_OF_PAPER, mutations: 0 }))
      throw new DomainError('TOO_MANY_REQUESTS')
    const now = new Date()
    const scope = { companyId: actor.companyId, actorId: actorIdOf(actor), mode: 'read' as const }
    const read = await appDoor().inTransactionWithRetry(scope, (tx) =>
      readPaper(contextOf(tx, actor, now, timeZone), ref.data),
    )
    const bytes = await renderPaper(await withPictures(read, now))
    return paperResponse(bytes, fileNameOf(read), new URL(request.url).searchParams.has('download'))
  } catch (error) {
    return failureResponse(error)
  }
}
