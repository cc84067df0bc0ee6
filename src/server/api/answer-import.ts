import { createHash } from 'node:crypto'
import type { RefusalParams } from '@/contract/errors'
import {
  type ImportRegister,
  type ImportRequest,
  importLimits,
  importRegisters,
  importRequest,
} from '@/contract/imports'
import { authorize } from '@/server/auth/authorize'
import { appDoor } from '@/server/db/client'
import { runCommand } from '@/server/domain/commands/run-command'
import { type Actor, actorIdOf, contextOf } from '@/server/domain/context'
import { checkImport } from '@/server/domain/imports/check-import'
import { describeSheet } from '@/server/domain/imports/describe-sheet'
import { readSheet } from '@/server/domain/imports/read-sheet'
import { runImport, type TellProgress } from '@/server/domain/imports/run-import'
import { DomainError } from '@/server/domain/refusal'
import { createContext } from './create-context'
import { failureResponse } from './failure-response'
import { progressResponse } from './progress-response'
import { readBody } from './read-body'
import { sentence } from './refusal-data'
import { requireActor } from './require-actor'

const ENVELOPE_BYTES = 512 * 1024

/**
 * Takes a sheet of customers or services as a form: `file`, and `request`, which says what is asked of it (contract/imports). Nothing
 * of a sheet is kept between its steps: each sends it again. To whom accepts `application/x-ndjson` an import tells how far it is.
 */
export async function answerImport(
  request: Request,
  context: { params: Promise<{ register: string }> },
): Promise<Response> {
  try {
    const { timeZone, ...caller } = await createContext(request, { count: 1, areMutations: true })
    const actor = requireActor(caller)
    const { register: wanted } = await context.params
    const register = importRegisters.find((name) => name === wanted)
    if (!register) throw new DomainError('NOT_FOUND')
    authorize({ actor }, register === 'customers' ? 'customers.write' : 'services.write')
    const sent = await sentForm(request)
    const answer = (tell: TellProgress) => answerStep({ actor, timeZone, register, ...sent }, tell)
    if (request.headers.get('accept')?.includes('application/x-ndjson')) return progressResponse(answer)
    return Response.json(await answer(() => undefined), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return failureResponse(error)
  }
}

type Asked = { actor: Actor; timeZone?: string; register: ImportRegister; bytes: Uint8Array; asked: ImportRequest }

async function answerStep({ actor, timeZone, register, bytes, asked }: Asked, tell: TellProgress) {
  const sheet = await readSheet(bytes)
  if (asked.step === 'read') return describeSheet({ actor }, { register, sheet })
  const scope = { companyId: actor.companyId, actorId: actorIdOf(actor) }
  const { step: _, ...rest } = asked
  if (!('commandId' in rest)) {
    const checked = await appDoor().inTransactionWithRetry({ ...scope, mode: 'read' as const }, (tx) =>
      checkImport(contextOf(tx, actor, new Date(), timeZone), { register, sheet, reading: rest }),
    )
    return { ...checked, faults: checked.faults.map((fault) => ({ ...fault, message: sentence(fault) })) }
  }
  const { commandId, ...reading } = rest
  const input = { register, sha256: createHash('sha256').update(bytes).digest('hex'), ...reading }
  const outcome = await appDoor().inTransactionWithRetry({ ...scope, mode: 'write' as const, commandId }, (tx) =>
    runCommand(tx, { actor, id: commandId, kind: 'imports.run', input }, (inner) =>
      runImport(contextOf(inner, actor, new Date(), timeZone), { register, sheet, reading }, tell),
    ),
  )
  if (outcome.outcome === 'refused') throw outcome.error
  return outcome.result
}

async function sentForm(request: Request): Promise<{ bytes: Uint8Array; asked: ImportRequest }> {
  const limit: RefusalParams = { limit: importLimits.megabytes }
  const mostBytes = importLimits.megabytes * 1024 * 1024
  const body = await readBody(request, mostBytes + ENVELOPE_BYTES)
  if (!body) throw new DomainError('FILE_TOO_LARGE', limit)
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof Blob)) throw new DomainError('INVALID_INPUT', { field: 'file' })
  if (file.size > mostBytes) throw new DomainError('FILE_TOO_LARGE', limit)
  const asked = importRequest.safeParse(parsedJson(form?.get('request')))
  if (!asked.success) throw new DomainError('INVALID_INPUT', { field: 'request' })
  return { bytes: new Uint8Array(await file.arrayBuffer()), asked: asked.data }
}

function parsedJson(text: unknown): unknown {
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What each step answers. */
export type SheetColumns = ReturnType<typeof describeSheet>
type Checked = Awaited<ReturnType<typeof checkImport>>
export type SheetCheck = Omit<Checked, 'faults'> & { faults: (Checked['faults'][number] & { message: string })[] }
export type SheetSummary = Awaited<ReturnType<typeof runImport>>
