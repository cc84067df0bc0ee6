import type { Refusal } from '@/contract/errors'
import { addBusinessDays, addDays, type CalendarDate } from '@/lib/calendar-date'
import type { GenerationBasis } from './generation-basis'

type Limits = Pick<
  GenerationBasis,
  'items' | 'maxUnitsPerItem' | 'maxUnitsPerOrder' | 'isFixedAssigneeGone' | 'isPriorityGone'
>

/** Everything against generating the units of these items: limits (G9) and defaults that are missing or inactive (G1). */
export function refusalsToGenerate(basis: Limits): Refusal[] {
  const { items, maxUnitsPerItem, maxUnitsPerOrder } = basis
  const refusals: Refusal[] = items
    .filter((item) => item.missing > 0 && item.unitCount > maxUnitsPerItem)
    .map((item) => ({
      code: 'TOO_MANY_UNITS_IN_ITEM',
      params: { item: item.position, units: item.unitCount, limit: maxUnitsPerItem },
      itemId: item.id,
      action: { kind: 'open_settings' },
    }))
  const units = items.reduce((sum, item) => sum + item.unitCount, 0)
  if (units > maxUnitsPerOrder) {
    refusals.push({
      code: 'TOO_MANY_UNITS_IN_ORDER',
      params: { units, limit: maxUnitsPerOrder },
      action: { kind: 'open_settings' },
    })
  }
  if (items.some((item) => item.missing > 0 && !item.hasTaskType)) refusals.push(incomplete('taskTypeId'))
  if (basis.isFixedAssigneeGone) refusals.push(incomplete('taskAssigneeId'))
  if (basis.isPriorityGone) refusals.push(incomplete('taskPriorityId'))
  return refusals
}

/** G1: a default of the settings that is missing, inactive or disabled, with the way to it. `field` is the setting's name. */
export function incomplete(field: string): Refusal {
  return { code: 'SETTINGS_INCOMPLETE', params: { fields: field }, field, action: { kind: 'open_settings' } }
}

type Due = Pick<GenerationBasis, 'issuedOn' | 'deliveryOn' | 'dueDays' | 'dueFrom' | 'dueCounting' | 'holidays'>

/** The day on which generated units are due: n business or calendar days after the order's issue, or after its delivery. */
export function dueDayOfUnits(due: Due): CalendarDate {
  const from = due.dueFrom === 'delivery' ? (due.deliveryOn ?? due.issuedOn) : due.issuedOn
  return due.dueCounting === 'business' ? addBusinessDays(from, due.dueDays, due.holidays) : addDays(from, due.dueDays)
}
