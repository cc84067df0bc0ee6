import { clientAddressOf } from '@/server/auth/client-address'
import { noteOpening, readDocumentLink } from '@/server/auth/document-link'
import { appDoor } from '@/server/db/client'
import { renderPaper } from '@/server/documents/render-paper'
import { contextOf } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'
import { takeCalls } from './call-limits'
import { failureResponse } from './failure-response'
import { fileNameOf, readPaper, withPictures } from './load-paper'
import { paperResponse } from './paper-response'

// Of 600 calls a minute, so that one address gets 30 papers in it.
const CALLS_OF_SHARED_PAPER = 20

/** Prints the one paper that the secret of a link opens, for whoever has it. An ended link is as unknown as one that never was. */
export async function answerSharedDocument(
  request: Request,
  context: { params: Promise<{ secret: string }> },
): Promise<Response> {
  try {
    const address = clientAddressOf(request.headers.get('x-forwarded-for'))
    if (!takeCalls(`link ${address}`, { calls: CALLS_OF_SHARED_PAPER, mutations: 0 })) {
      throw new DomainError('TOO_MANY_REQUESTS')
    }
    const now = new Date()
    const opened = await readDocumentLink((await context.params).secret, now)
    if (!opened) throw new DomainError('NOT_FOUND')
    const { actor, ref, timeZone, linkId } = opened
    const read = await appDoor().inTransactionWithRetry({ companyId: actor.companyId, mode: 'read' }, (tx) =>
      readPaper(contextOf(tx, actor, now, timeZone), ref),
    )
    const bytes = await renderPaper(await withPictures(read, now))
    await noteOpening(linkId, now)
    return paperResponse(bytes, fileNameOf(read), new URL(request.url).searchParams.has('download'))
  } catch (error) {
    return failureResponse(error)
  }
}
