import type { Draft } from './draft'
import type { FieldGroup, FieldTask } from './field-client'
import { openTasks } from './group-view'

/** What a group demands before its units count as concluded. */
export type Lack = 'report' | 'photos' | 'signature' | 'location' | 'checklist'

/** The units that "Concluir" would conclude: those chosen by hand, else the next `count`. */
export function targetsOf(group: FieldGroup, draft: Pick<Draft, 'count' | 'chosenIds'>): FieldTask[] {
  const open = openTasks(group)
  const chosen = open.filter(({ id }) => draft.chosenIds.includes(id))
  return chosen.length > 0 ? chosen : open.slice(0, draft.count)
}

/** The steps to be ticked: those of the unit with the most of them. */
export function stepsOf(tasks: readonly FieldTask[]): string[] {
  const longest = tasks.toSorted((a, b) => b.checklist.length - a.checklist.length)[0]
  return longest?.checklist.map(({ text }) => text) ?? []
}

/** Everything that is missing at once (R1); a typed name stands for a drawn signature. */
export function missingEvidence(group: FieldGroup, draft: Draft, hasPosition: boolean): Lack[] {
  const { demands } = group
  const steps = stepsOf(targetsOf(group, draft))
  const missing: [boolean, Lack][] = [
    [demands.photos > draft.photoIds.length, 'photos'],
    [demands.report && draft.report.trim() === '', 'report'],
    [steps.some((_, place) => draft.checklist[place] !== true), 'checklist'],
    [demands.signature && !draft.signatureId && draft.signerName.trim() === '', 'signature'],
    [demands.location && !hasPosition, 'location'],
  ]
  return missing.filter(([isMissing]) => isMissing).map(([, lack]) => lack)
}
