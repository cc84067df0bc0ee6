import { createHash } from 'node:crypto'
import { z } from 'zod'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { appDoor } from '@/server/db/client'
import { actorIdOf, contextOf } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'
import { createFile } from '@/server/domain/tasks/create-file'
import { cleanPicture } from '@/server/gateways/storage/clean-picture'
import { openStorage } from '@/server/gateways/storage/open-storage'
import { createContext } from './create-context'
import { failureResponse } from './failure-response'
import { readBody } from './read-body'
import { requireActor } from './require-actor'
import { storageKey } from './storage-key'

const MOST_MEGABYTES = 10
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
const ENVELOPE_BYTES = 16 * 1024

/**
 * Takes one picture of at most 10 MB, as the body or as the field `file` of a form, and answers `{ id, sentSha256, byteSize,
 * mediaType }`. `x-file-id` is the id that the device gave it: sending it again changes nothing. `sentSha256` is that of the
 * bytes as they arrived, by which the device knows that it may forget them.
 */
export async function answerFileUpload(request: Request): Promise<Response> {
  try {
    const { timeZone, ...caller } = await createContext(request, { count: 1, areMutations: true })
    const actor = requireActor(caller)
    authorize({ actor }, 'tasks.conclude')
    const id = idOf(request)
    const sent = await sentBytes(request)
    const picture = await cleanPicture(sent)
    if (!picture) throw new DomainError('FILE_NOT_A_PICTURE')

    const { mediaType } = picture
    const byteSize = picture.bytes.byteLength
    const sha256 = sha256Of(picture.bytes)
    const storage = openStorage()
    await storage.put(storageKey(actor.companyId, sha256, true), picture.thumbnail)
    await storage.put(storageKey(actor.companyId, sha256), picture.bytes)
    const scope = { companyId: actor.companyId, actorId: actorIdOf(actor), mode: 'write' as const, commandId: id }
    await appDoor().inTransactionWithRetry(scope, (tx) =>
      createFile(contextOf(tx, actor, new Date(), timeZone), { id, sha256, mediaType, byteSize }),
    )
    return Response.json(
      { id, sentSha256: sha256Of(sent), byteSize, mediaType },
      { status: 201, headers: { 'cache-control': 'no-store' } },
    )
  } catch (error) {
    return failureResponse(error)
  }
}

function idOf(request: Request): string {
  const given = request.headers.get('x-file-id')
  if (given === null) return uuidv7()
  if (!z.uuid().safeParse(given).success) throw new DomainError('INVALID_INPUT', { field: 'x-file-id' })
  return given.toLowerCase()
}

async function sentBytes(request: Request): Promise<Uint8Array> {
  const body = await readBody(request, MOST_BYTES + ENVELOPE_BYTES)
  const type = request.headers.get('content-type') ?? ''
  const bytes = body && (type.startsWith('multipart/form-data') ? await fieldOf(body, type) : body)
  if (!bytes || bytes.byteLength > MOST_BYTES) throw new DomainError('FILE_TOO_LARGE', { limit: MOST_MEGABYTES })
  return bytes
}

async function fieldOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof Blob)) throw new DomainError('INVALID_INPUT', { field: 'file' })
  return new Uint8Array(await file.arrayBuffer())
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
