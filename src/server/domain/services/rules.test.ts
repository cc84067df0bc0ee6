import { expect, test } from 'vitest'
import { serviceFields } from '@/contract/services'
import { refusalsToSaveService, type ServiceFacts } from './rules'

const unitOfMeasureId = '0198c0de-0000-7000-8000-000000000001'
const taskTypeId = '0198c0de-0000-7000-8000-000000000002'
const facts: ServiceFacts = {
  codeHolder: null,
  unitOfMeasure: { id: unitOfMeasureId, name: 'Unidade', isActive: true },
  taskType: { id: taskTypeId, name: 'Visita', isActive: true },
  before: null,
  isNationalServiceCode: (code) => code === '140601',
  isNbsCode: () => true,
}
const fieldsOf = (input: object = {}) =>
  serviceFields.parse({ code: 'cam-01', description: 'Câmera', unitOfMeasureId, unitPriceCents: 100, ...input })

test('codes are upper-case; evidence that is not set inherits', () => {
  const fields = fieldsOf()
  expect(fields).toMatchObject({ code: 'CAM-01', requiresReport: null, requiredPhotos: null, checklist: null })
  expect(refusalsToSaveService(facts, fields)).toEqual([])
})

test('every reason comes at once', () => {
  const refusals = refusalsToSaveService(
    {
      ...facts,
      codeHolder: { id: 'x', description: 'Outra' },
      unitOfMeasure: null,
      taskType: { id: taskTypeId, name: 'Visita', isActive: false },
      isNbsCode: () => false,
    },
    fieldsOf({ taskTypeId, nationalServiceCode: '999999', nbsCode: '123456789' }),
  )
  expect(refusals.map(({ code, field }) => [code, field])).toEqual([
    ['CODE_TAKEN', 'code'],
    ['REFERENCE_NOT_FOUND', 'unitOfMeasureId'],
    ['INACTIVE_RECORD', 'taskTypeId'],
    ['NATIONAL_SERVICE_CODE_INVALID', 'nationalServiceCode'],
    ['NBS_CODE_INVALID', 'nbsCode'],
  ])
})

test('what a service already has may stay when it was inactivated meanwhile', () => {
  const inactive = { id: taskTypeId, name: 'Visita', isActive: false }
  const before = { unitOfMeasureId, taskTypeId }
  expect(refusalsToSaveService({ ...facts, taskType: inactive, before }, fieldsOf({ taskTypeId }))).toEqual([])
})

test.each([
  { unitPriceCents: -1 },
  { unitPriceCents: 1.5 },
  { issRateBasisPoints: 1001 },
  { code: 'A B' },
  { requiredPhotos: 21 },
])('a value out of bounds is refused: %o', (input) => expect(() => fieldsOf(input)).toThrow())
