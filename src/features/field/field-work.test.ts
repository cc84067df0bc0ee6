import superjson from 'superjson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '@/contract/errors'

/** What the server says to one call; `lost` is no answer at all, after it has acted. */
type Said = { result: unknown } | { refusal: ErrorCode } | 'lost'

const viewer = {
  name: 'Davi',
  email: 'davi@exemplo.com.br',
  company: { id: 'company', name: 'Brisa' },
  permissions: [],
}
const unit = (unitNo: number) => ({
  id: `unit-${unitNo}`,
  unitNo,
  status: 'to_do',
  scheduledAt: null,
  startedAt: null,
  concludedAt: null,
  checklist: [],
  photoFileIds: [],
})
const group = {
  key: 'group',
  itemId: 'item',
  subject: 'Instalação de ponto',
  day: '2026-11-24',
  place: null,
  demands: { report: false, photos: 0, signature: false, location: false },
  concluded: 0,
  generated: 2,
  tasks: [unit(1), unit(2)],
}
const day = { today: '2026-11-24', groups: [group], isCut: false }
const gesture = {
  kind: 'concludeNext' as const,
  input: { itemId: 'item', mode: 'next' as const, taskIds: ['unit-1'], evidence: { photoFileIds: [] } },
}

let calls: { path: string; commandId: string | null }[]
let says: Said[]

function answerTo(path: string): Said {
  if (path === 'session.current') return { result: viewer }
  if (path === 'tasks.fieldDay') return { result: day }
  return says.shift() ?? { result: { concluded: 1, answers: [{ id: 'unit-1', outcome: 'done' }], substituted: [] } }
}

function serve(address: string, options?: RequestInit): Promise<Response> {
  const path = new URL(address, 'http://localhost').pathname.replace('/api/trpc/', '')
  const commandId = /"commandId":"([^"]+)"/.exec(typeof options?.body === 'string' ? options.body : '')?.[1] ?? null
  calls.push({ path, commandId })
  const said = answerTo(path)
  if (said === 'lost') return Promise.reject(new TypeError('Failed to fetch'))
  if ('result' in said) return Promise.resolve(Response.json({ result: { data: superjson.serialize(said.result) } }))
  const { refusal: code } = said
  const data = { refusal: { code, message: `Recusado: ${code}`, blockers: [] } }
  return Promise.resolve(Response.json({ error: superjson.serialize({ message: code, code: -32000, data }) }))
}

async function atWork() {
  vi.resetModules()
  const [field, draft] = await Promise.all([import('./field-work'), import('./draft')])
  await field.loadWork()
  const about = { subject: group.subject, draftKey: field.draftKeyOf(group) }
  const settled = () =>
    vi.waitFor(() => {
      expect(sentCommands().length).toBeGreaterThan(0)
      expect(field.readWork().commands.filter(({ state }) => state !== 'attention')).toEqual([])
    })
  return { ...field, ...draft, about, settled, conclude: () => field.submit(gesture, about) }
}

const sentCommands = () => calls.filter(({ commandId }) => commandId !== null)

beforeEach(() => {
  calls = []
  says = []
  vi.stubGlobal('fetch', serve)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a tap in the field', () => {
  it('is painted at once and sent once', async () => {
    const field = await atWork()
    field.conclude()
    expect(field.readWork().day?.groups[0]).toMatchObject({ concluded: 1, tasks: [{ status: 'concluded' }, {}] })
    await field.settled()
    expect(sentCommands()).toHaveLength(1)
    expect(field.readWork()).toMatchObject({ contact: 'reached', hasSent: true, commands: [] })
  })

  it('waits under its id when no answer came, and is sent again under the same one', async () => {
    const field = await atWork()
    says = ['lost']
    field.conclude()
    await vi.waitFor(() => expect(field.readWork().contact).toBe('unreachable'))
    expect(field.readWork()).toMatchObject({ commands: [{ state: 'waiting' }], day: { groups: [{ concluded: 1 }] } })
    await field.sendWaiting()
    expect(new Set(sentCommands().map(({ commandId }) => commandId)).size).toBe(1)
    expect(field.readWork()).toMatchObject({ contact: 'reached', commands: [] })
  })

  it('is rolled back when it is refused, says why, and gives back what was typed', async () => {
    const field = await atWork()
    field.writeDraft(field.about.draftKey, { report: 'Pontos testados.' })
    says = [{ refusal: 'PHOTOS_MISSING' }]
    field.conclude()
    expect(field.readDraft(field.about.draftKey).report).toBe('')
    await field.settled()
    expect(field.readDraft(field.about.draftKey).report).toBe('Pontos testados.')
    const { day: shown, commands } = field.readWork()
    expect(shown?.groups[0]).toMatchObject({ concluded: 0 })
    expect(commands).toMatchObject([{ state: 'attention', refusal: { code: 'PHOTOS_MISSING' } }])
  })

  it('is told as refused when one of its units was', async () => {
    const field = await atWork()
    const refusals = [{ code: 'TASK_CANCELLED', params: { unit: '1/2' } }]
    says = [{ result: { concluded: 0, answers: [{ id: 'unit-1', outcome: 'refused', refusals }], substituted: [] } }]
    field.conclude()
    await field.settled()
    expect(field.readWork().commands).toMatchObject([{ state: 'attention', refusal: { code: 'TASK_CANCELLED' } }])
  })

  it('is kept when the session is over', async () => {
    const field = await atWork()
    says = [{ refusal: 'UNAUTHENTICATED' }]
    field.conclude()
    await vi.waitFor(() => expect(field.readWork().contact).toBe('signedOut'))
    expect(field.readWork().commands).toMatchObject([{ state: 'waiting' }])
  })
})

describe('"Desfazer" (D7)', () => {
  it('sends a compensating command when the conclusion left the device', async () => {
    const field = await atWork()
    field.conclude()
    await field.settled()
    field.undoLast()
    await vi.waitFor(() => expect(sentCommands()).toHaveLength(2))
    expect(sentCommands().map(({ path }) => path)).toEqual(['tasks.concludeNext', 'tasks.undoConclusion'])
  })

  it('removes a conclusion that waits behind another one and never left', async () => {
    const field = await atWork()
    says = ['lost']
    field.conclude()
    field.conclude()
    await vi.waitFor(() => expect(field.readWork().contact).toBe('unreachable'))
    field.undoLast()
    expect(field.readWork().commands).toHaveLength(1)
    expect(sentCommands()).toHaveLength(1)
  })
})
