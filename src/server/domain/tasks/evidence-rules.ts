import type { ErrorCode, Refusal, RefusalParams } from '@/contract/errors'
import type { Evidence } from '@/contract/tasks'
import type { ChecklistEntry } from '@/server/db/tables/tasks'

/** What a task demands before it counts as concluded (D6 decided it when the task was made). */
export type Demands = {
  id: string
  requiresReport: boolean
  requiredPhotos: number
  requiresSignature: boolean
  requiresLocation: boolean
  checklist: readonly ChecklistEntry[]
}

/** R1: everything that is missing, at once. A typed name stands for a drawn signature. */
export function missingEvidence(task: Demands, evidence: Evidence): Refusal[] {
  const photos = task.requiredPhotos - new Set(evidence.photoFileIds).size
  const steps = task.checklist.filter((_, place) => evidence.checklist?.[place] !== true).length
  const missing: [boolean, ErrorCode, RefusalParams?][] = [
    [task.requiresReport && !evidence.report, 'REPORT_MISSING'],
    [photos > 0, 'PHOTOS_MISSING', { missing: photos }],
    [task.requiresSignature && !evidence.signatureFileId && !evidence.signerName, 'SIGNATURE_MISSING'],
    [task.requiresLocation && !evidence.position, 'LOCATION_MISSING'],
    [steps > 0, 'CHECKLIST_INCOMPLETE', { missing: steps }],
  ]
  return missing
    .filter(([isMissing]) => isMissing)
    .map(([, code, params]) => ({ code, ...(params ? { params } : {}), taskIds: [task.id] }))
}

/** What several units lack, each lack once with the units that it concerns; the largest number of photos or steps is told. */
export function missingEvidenceOfAll(tasks: readonly Demands[], evidence: Evidence): Refusal[] {
  const byCode = new Map<ErrorCode, Refusal>()
  for (const refusal of tasks.flatMap((task) => missingEvidence(task, evidence))) {
    const known = byCode.get(refusal.code)
    const missing = Math.max(Number(known?.params?.missing ?? 0), Number(refusal.params?.missing ?? 0))
    byCode.set(refusal.code, {
      ...refusal,
      ...(missing > 0 ? { params: { missing } } : {}),
      taskIds: [...(known?.taskIds ?? []), ...(refusal.taskIds ?? [])],
    })
  }
  return [...byCode.values()]
}
