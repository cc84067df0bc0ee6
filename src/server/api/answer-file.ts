import { z } from 'zod'
import { actorOfRequest } from '@/server/auth/actor-of-request'
import { appDoor } from '@/server/db/client'
import { actorIdOf, contextOf } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'
import { getFile } from '@/server/domain/tasks/get-file'
import { openStorage } from '@/server/gateways/storage/open-storage'
import { takeCalls } from './call-limits'
import { failureResponse } from './failure-response'
import { isOpenedByPerson } from './same-site'
import { storageKey } from './storage-key'

const EXTENSIONS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/**
 * Sends a picture to whoever may see it: `?size=thumbnail` the small one, `?download` as a download. It is shown in a sandbox
 * of its own, never guessed at, and kept by no shared cache.
 */
export async function answerFile(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await context.params
    if (!z.uuid().safeParse(id).success) throw new DomainError('NOT_FOUND')
    const caller = isOpenedByPerson(request) ? await actorOfRequest(request.headers) : null
    if (!caller) throw new DomainError('UNAUTHENTICATED')
    const { actor, timeZone } = caller
    if (!takeCalls(actorIdOf(actor), { calls: 1, mutations: 0 })) throw new DomainError('TOO_MANY_REQUESTS')
    const scope = { companyId: actor.companyId, actorId: actorIdOf(actor), mode: 'read' as const }
    const file = await appDoor().inTransactionWithRetry(scope, (tx) =>
      getFile(contextOf(tx, actor, new Date(), timeZone), { id }),
    )
    const { searchParams } = new URL(request.url)
    const isThumbnail = searchParams.get('size') === 'thumbnail'
    const bytes = await openStorage().get(storageKey(actor.companyId, file.sha256, isThumbnail))
    if (!bytes) throw new DomainError('NOT_FOUND')
    const disposition = searchParams.has('download') ? 'attachment' : 'inline'
    return new Response(bytes, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(bytes.byteLength),
        'content-disposition': `${disposition}; filename="${file.id}.${EXTENSIONS[file.mediaType] ?? 'bin'}"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, max-age=300',
        vary: 'Cookie, Authorization',
      },
    })
  } catch (error) {
    return failureResponse(error)
  }
}
