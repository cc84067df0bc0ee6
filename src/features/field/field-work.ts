import { useSyncExternalStore } from 'react'
import type { RefusalData } from '@/contract/errors'
import { isUnknownOutcome, refusalOf } from '@/trpc/refusal-of'
import { applyCommand } from './apply-command'
import { clearDraft, readDraft, writeDraft } from './draft'
import { type FieldDay, fieldClient, setScreenCompany, type Viewer } from './field-client'
import { type FieldCommand, type Gesture, makeCommand, picturesOf, tasksOf } from './field-command'
import { sendPicture } from './pictures'
import { sendCommand } from './send-command'
import { readCommands, storeCommands } from './stored-commands'

/** Whether the server answers, as far as the last try told. */
export type Contact = 'checking' | 'reached' | 'unreachable' | 'signedOut' | 'refused'

/** What all field screens show. `day` is what the server told with every waiting gesture already applied. */
export type FieldWork = {
  viewer: Viewer | null
  day: FieldDay | null
  commands: readonly FieldCommand[]
  contact: Contact
  contactAt: Date | null
  isSending: boolean
  hasSent: boolean
  undoable: FieldCommand | null
  /** Why the day cannot be shown at all. */
  refusal: RefusalData | null
}

const UNDO_MS = 6000

let told: FieldDay | null = null
let reads = 0
let work: FieldWork = {
  viewer: null,
  day: null,
  commands: [],
  contact: 'checking',
  contactAt: null,
  isSending: false,
  hasSent: false,
  undoable: null,
  refusal: null,
}
const atStart = work
const listeners = new Set<() => void>()

/** The field's work, live. */
export function useFieldWork(): FieldWork {
  return useSyncExternalStore(subscribe, readWork, () => atStart)
}

/** The field's work as it is now. */
export const readWork = (): FieldWork => work

/** Reads who works here and the day, then sends what still waits. Never rejects. */
export async function loadWork(): Promise<void> {
  if (work.contact !== 'reached') change({ contact: 'checking' })
  try {
    await meetViewer()
    await readDay()
  } catch (error) {
    change(afterFailure(error))
    return
  }
  void sendWaiting()
}

// Somebody else may have signed in meanwhile: nobody's work is sent in another one's name.
async function meetViewer() {
  const viewer = await fieldClient.session.current.query({})
  if (work.viewer && ownerOf(work.viewer) !== ownerOf(viewer)) return window.location.reload()
  setScreenCompany(viewer.company.id)
  change(work.viewer ? { viewer } : { viewer, commands: readCommands(ownerOf(viewer)) })
}

async function readDay() {
  const arrived = new Set(work.commands.filter(({ state }) => state === 'done').map(({ id }) => id))
  reads += 1
  const turn = reads
  const answer = await fieldClient.tasks.fieldDay.query({})
  // An older answer that comes later would bring back what was done since.
  if (turn !== reads) return
  told = answer
  const commands = work.commands.filter(({ id }) => !arrived.has(id))
  change({ commands, contact: 'reached', contactAt: new Date(), refusal: null })
}

function afterFailure(error: unknown): Partial<FieldWork> {
  const refusal = refusalOf(error)
  if (isUnknownOutcome(error) || !refusal) return { contact: 'unreachable' }
  if (refusal.code === 'UNAUTHENTICATED') return { contact: 'signedOut' }
  // Another tab moved the session to another company: this screen starts anew in it.
  if (refusal.code === 'COMPANY_CHANGED') window.location.reload()
  return { contact: 'refused', refusal }
}

/** One tap: it is painted and kept on the device now, and sent after those before it. */
export function submit(gesture: Gesture, about: { subject: string; draftKey: string }): FieldCommand {
  const isConclusion = gesture.kind === 'conclude' || gesture.kind === 'concludeNext'
  const takesDraft = isConclusion || gesture.kind === 'markNotDone'
  const command = makeCommand(gesture, { ...about, draft: takesDraft ? readDraft(about.draftKey) : null })
  if (isConclusion) clearDraft(about.draftKey)
  change({ commands: [...work.commands, command] })
  if (isConclusion) offerUndo(command)
  void sendWaiting()
  return command
}

function offerUndo(command: FieldCommand) {
  change({ undoable: command })
  setTimeout(() => {
    if (work.undoable?.id === command.id) change({ undoable: null })
  }, UNDO_MS)
}

/** D7: takes the last conclusion back; what was filled in for it is there again. */
export function undoLast() {
  const command = work.undoable
  if (!command) return
  if (command.draft) writeDraft(command.draftKey, command.draft)
  change({ undoable: null })
  if (command.state === 'waiting' && !command.isTried) {
    change({ commands: work.commands.filter(({ id }) => id !== command.id) })
    return
  }
  const { subject, draftKey, concludedIds } = command
  const taskIds = concludedIds?.length ? concludedIds : [...tasksOf(command)]
  submit({ kind: 'undoConclusion', input: { taskIds } }, { subject, draftKey })
}

/** The person has read why it was refused. */
export function dismiss(id: string) {
  change({ commands: work.commands.filter((command) => command.id !== id) })
}

/** Sends what waits, one after the other, and reads the day again when all of it was answered. Never rejects. */
export async function sendWaiting(): Promise<void> {
  if (work.isSending || !work.commands.some(isWaiting)) return
  change({ isSending: true })
  let isAnswered = true
  for (let next = work.commands.find(isWaiting); next && isAnswered; next = work.commands.find(isWaiting)) {
    isAnswered = await sendOne(next)
  }
  change({ isSending: false })
  if (isAnswered) await readDay().catch((error: unknown) => change(afterFailure(error)))
}

const isWaiting = ({ state }: FieldCommand) => state === 'waiting'

async function sendOne(command: FieldCommand): Promise<boolean> {
  amend(command.id, { isTried: true })
  for (const id of picturesOf(command)) {
    const delivery = await sendPicture(id)
    if (delivery.outcome === 'refused') return giveBack(command, delivery.refusal)
    if (delivery.outcome !== 'sent') return lost(delivery.outcome)
  }
  const answer = await sendCommand(command)
  switch (answer.outcome) {
    case 'done':
      amend(command.id, { state: 'done', concludedIds: answer.concludedIds })
      change({ contact: 'reached', contactAt: new Date(), hasSent: true })
      return true
    case 'refused':
      return giveBack(command, answer.refusal)
    case 'unreachable':
    case 'signedOut':
      return lost(answer.outcome)
  }
}

function lost(contact: 'unreachable' | 'signedOut'): false {
  change({ contact })
  return false
}

function giveBack(command: FieldCommand, refusal: RefusalData | null): true {
  if (refusal?.code === 'COMPANY_CHANGED') window.location.reload()
  if (command.draft) writeDraft(command.draftKey, command.draft)
  amend(command.id, { state: 'attention', refusal })
  change({ contact: 'reached', contactAt: new Date() })
  if (work.undoable?.id === command.id) change({ undoable: null })
  return true
}

type Progress = Partial<Pick<FieldCommand, 'state' | 'isTried' | 'refusal' | 'concludedIds'>>

// The undo bar holds its command longer than the list does, and must know that it was sent.
function amend(id: string, progress: Progress) {
  const amended = (command: FieldCommand) => (command.id === id ? { ...command, ...progress } : command)
  change({ commands: work.commands.map(amended), undoable: work.undoable && amended(work.undoable) })
}

function change(values: Partial<FieldWork>) {
  const next = { ...work, ...values }
  const effective = next.commands.filter(({ state }) => state !== 'attention')
  work = { ...next, day: told && effective.reduce(applyCommand, told) }
  if (values.commands && work.viewer) storeCommands(ownerOf(work.viewer), work.commands)
  for (const listener of listeners) listener()
}

/** Whose work it is: one person in one company. */
const ownerOf = (viewer: Viewer): string => `${viewer.company.id}.${viewer.email ?? viewer.name}`

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Under which name the device keeps what is filled in for a group. */
export const draftKeyOf = ({ key }: { key: string }): string => `${work.viewer ? ownerOf(work.viewer) : ''}|${key}`
