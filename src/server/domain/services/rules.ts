import type { Refusal } from '@/contract/errors'
import type { ServiceFields } from '@/contract/services'

type Choice = { id: string; name: string; isActive: boolean }

/** What is known before a service is written. */
export type ServiceFacts = {
  /** Which other service has this code. */
  codeHolder: { id: string; description: string } | null
  unitOfMeasure: Choice | null
  /** Null when none was chosen or when it does not exist. */
  taskType: Choice | null
  /** What the service has now: an inactive unit or task type may stay, but not be chosen. */
  before: { unitOfMeasureId: string; taskTypeId: string | null } | null
  isNationalServiceCode: (code: string) => boolean
  isNbsCode: (code: string) => boolean
}

/** Every reason against saving these fields. */
export function refusalsToSaveService(facts: ServiceFacts, fields: ServiceFields): Refusal[] {
  const { codeHolder, unitOfMeasure, taskType, before } = facts
  return [
    ...(codeHolder ? [codeTaken(fields.code, codeHolder)] : []),
    ...refusalsToChoose('unitOfMeasureId', fields.unitOfMeasureId, unitOfMeasure, before?.unitOfMeasureId),
    ...refusalsToChoose('taskTypeId', fields.taskTypeId, taskType, before?.taskTypeId),
    ...refusalsOfCode('nationalServiceCode', fields.nationalServiceCode, facts.isNationalServiceCode),
    ...refusalsOfCode('nbsCode', fields.nbsCode, facts.isNbsCode),
  ]
}

function codeTaken(code: string, { id, description }: { id: string; description: string }): Refusal {
  return {
    code: 'CODE_TAKEN',
    params: { code, name: description },
    field: 'code',
    action: { kind: 'open_service', id },
  }
}

function refusalsToChoose(field: string, id: string | null, choice: Choice | null, former?: string | null): Refusal[] {
  if (id === null || id === former) return []
  if (!choice) return [{ code: 'REFERENCE_NOT_FOUND', field }]
  return choice.isActive ? [] : [{ code: 'INACTIVE_RECORD', params: { name: choice.name }, field }]
}

function refusalsOfCode(
  field: 'nationalServiceCode' | 'nbsCode',
  code: string | null,
  isKnown: (code: string) => boolean,
): Refusal[] {
  if (code === null || isKnown(code)) return []
  return [{ code: field === 'nbsCode' ? 'NBS_CODE_INVALID' : 'NATIONAL_SERVICE_CODE_INVALID', field }]
}
