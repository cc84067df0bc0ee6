import { emptyDraft, readDraft, writeDraft } from './draft'
import type { FieldGroup } from './field-client'
import { draftKeyOf, submit } from './field-work'
import { missingEvidence, stepsOf, targetsOf } from './missing-evidence'
import { goTo } from './place'
import { lastPosition } from './position'

const DOUBLE_TAP_MS = 400

let lastTap = { key: '', at: Number.NEGATIVE_INFINITY }

/** The tap on "Concluir": at once when nothing is missing, else the sheet that asks for what is. A double tap is one tap. */
export function tapConclude(group: FieldGroup) {
  const tap = { key: draftKeyOf(group), at: performance.now() }
  const isSecond = tap.key === lastTap.key && tap.at - lastTap.at < DOUBLE_TAP_MS
  lastTap = tap
  if (isSecond) return
  const draft = readDraft(draftKeyOf(group))
  const [first] = targetsOf(group, draft)
  if (!first) return
  if (missingEvidence(group, draft, lastPosition() !== undefined).length === 0) concludeGroup(group)
  else goTo({ sheet: 'conclude', taskId: first.id })
}

/** Concludes what the draft says, with everything that was filled in. The units are named, so that a repetition is the same. */
export function concludeGroup(group: FieldGroup) {
  const draftKey = draftKeyOf(group)
  const draft = readDraft(draftKey)
  const targets = targetsOf(group, draft)
  const [first] = targets
  if (!first) return
  const steps = stepsOf(targets)
  const evidence = {
    report: draft.report.trim() || undefined,
    photoFileIds: draft.photoIds,
    signatureFileId: draft.signatureId ?? undefined,
    signerName: draft.signerName.trim() || undefined,
    checklist: steps.length > 0 ? steps.map((_, place) => draft.checklist[place] === true) : undefined,
    position: lastPosition(),
    deviceAt: new Date(),
  }
  const about = { subject: group.subject, draftKey }
  if (group.itemId === null) {
    submit({ kind: 'conclude', input: { taskId: first.id, evidence } }, about)
    return
  }
  const mode = draft.chosenIds.length > 0 ? 'chosen' : 'next'
  const taskIds = targets.map(({ id }) => id)
  submit({ kind: 'concludeNext', input: { itemId: group.itemId, mode, taskIds, evidence } }, about)
}

/** How many "the next" are; what was chosen by hand is let go. */
export function setCount(group: FieldGroup, count: number) {
  writeDraft(draftKeyOf(group), { count: Math.max(1, count), chosenIds: emptyDraft.chosenIds })
}

/** Chooses a unit by hand, or lets it go. */
export function toggleUnit(group: FieldGroup, taskId: string) {
  const key = draftKeyOf(group)
  const { chosenIds } = readDraft(key)
  const isChosen = chosenIds.includes(taskId)
  writeDraft(key, { chosenIds: isChosen ? chosenIds.filter((id) => id !== taskId) : [...chosenIds, taskId] })
}

/** Begins, interrupts or takes up the work on a task, with where and when, as far as the device knows. */
export function moveTask(group: FieldGroup, kind: 'start' | 'pause' | 'resume', taskId: string) {
  const input = { taskId, position: lastPosition(), deviceAt: new Date() }
  submit({ kind, input }, { subject: group.subject, draftKey: draftKeyOf(group) })
}
